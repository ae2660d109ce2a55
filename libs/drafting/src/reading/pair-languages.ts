import { type Language, newId } from '#lib/kernel';
import type { Multilingual } from '#lib/kernel';
import type { DraftPart } from '../domain/clause.js';
import { type DraftReading, type LanguageReading, type ReadPart, type ReadingFault, rowOf } from './reading.js';

type Texts = ReadonlyMap<Language, string>;

/**
 * Puts the languages together (REQ-19). The first reading leads: its order, its labels. Every part of each language needs a
 * part of the same number at the same place in the other; each that has none is named with its row, and so is a part that
 * stands elsewhere. Parts of the leading language are in the result even then, so that a dry run can show them.
 * @param nextId gives each part its lineage id
 */
export function pairLanguages(
  readings: readonly [LanguageReading, ...LanguageReading[]],
  nextId: () => string = newId,
): DraftReading {
  const [leading, ...others] = readings;
  const partsOf = new Map(others.map((other) => [other, new Map(other.parts.map((part) => [part.key, part]))]));
  const ids = new Map(leading.parts.map((part) => [part.key, nextId()]));
  const parts = leading.parts.map((part, at): DraftPart => {
    const texts = new Map([[leading.language, part.text]]);
    for (const [other, found] of partsOf) texts.set(other.language, found.get(part.key)?.text ?? '');
    const placed = {
      lineageId: ids.get(part.key) ?? nextId(),
      parent: part.parentKey === null ? null : (ids.get(part.parentKey) ?? null),
      position: at + 1,
      label: part.label,
    };
    const words = multilingual(texts);
    return part.kind === 'section'
      ? { kind: 'section', ...placed, heading: words }
      : { kind: 'clause', ...placed, text: words };
  });
  return {
    draft: { title: multilingual(new Map(readings.map(({ language, title }) => [language, title]))), parts },
    faults: [...readings.flatMap(({ faults }) => faults), ...others.flatMap((other) => pairingFaults(leading, other))],
    notices: readings.flatMap(({ notices }) => notices),
  };
}

function pairingFaults(leading: LanguageReading, other: LanguageReading): ReadingFault[] {
  return [...withoutCounterpart(leading, other), ...withoutCounterpart(other, leading), ...outOfOrder(leading, other)];
}

function withoutCounterpart(from: LanguageReading, to: LanguageReading): ReadingFault[] {
  const known = new Set(to.parts.map((part) => part.key));
  return from.parts
    .filter((part) => !known.has(part.key))
    .map((part) => ({ ...seen('no-counterpart', from, part), lackedBy: to.language }));
}

function outOfOrder(leading: LanguageReading, other: LanguageReading): ReadingFault[] {
  const places = new Map(leading.parts.map((part, at) => [part.key, at]));
  let furthest = -1;
  return other.parts.flatMap((part) => {
    const place = places.get(part.key);
    if (place === undefined) return [];
    if (place < furthest) return [seen('order-differs', other, part)];
    furthest = place;
    return [];
  });
}

const seen = (code: ReadingFault['code'], { language }: LanguageReading, part: ReadPart): ReadingFault => ({
  code,
  language,
  at: part.at,
  row: rowOf(part.label, part.text),
});

const multilingual = (texts: Texts): Multilingual => ({
  kk: texts.get('kk') ?? '',
  ru: texts.get('ru') ?? '',
  ...(texts.has('en') ? { en: texts.get('en') } : {}),
});
