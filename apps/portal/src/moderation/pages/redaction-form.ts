import {
  type Passage,
  passageAt,
  passageOfUnits,
  type RedactionPart,
  redactionParts,
  type SaidText,
  wordsOf,
} from '#lib/discussion';
import type { Translate } from '#lib/localisation';
import { findPersonalData } from '#lib/privacy';
import type { Form } from '../../pages-kit/form.js';
import type { FormErrors } from '../../pages-kit/form-errors.js';

/** Passages typed by their words at one time; more are added after a look. */
export const TYPED_ROWS = 3;

/** A passage that may be chosen, and what it is. */
export interface PassageChoice {
  /** Part, beginning and length, as the box sends it back. */
  readonly value: string;
  readonly words: string;
  /** What it seems to be; null for what somebody selected. */
  readonly kind: string | null;
  readonly checked: boolean;
}

export interface TypedRow {
  readonly part: RedactionPart;
  readonly quote: string;
  readonly occurrence: string;
}

export const emptyRow: TypedRow = { part: 'TEXT', quote: '', occurrence: '1' };

const valueOf = ({ part, startsAt, length }: Passage): string => `${part}:${startsAt}:${length}`;

/** Undefined for a value that no form of ours sends. */
function passageOfValue(value: string): Passage | undefined {
  const [, part, startsAt, length] = /^(TEXT|WORDING):(\d{1,5}):(\d{1,5})$/.exec(value) ?? [];
  const known = redactionParts.find((each) => each === part);
  return known && { part: known, startsAt: Number(startsAt), length: Number(length) };
}

export const typedRows = (form: Form): TypedRow[] =>
  Array.from({ length: TYPED_ROWS }, (_, index) => ({
    part: form.oneOf(`part-${index}`, redactionParts) ?? 'TEXT',
    quote: form.text(`quote-${index}`),
    occurrence: form.text(`occurrence-${index}`) || '1',
  }));

export const tickedPassages = (form: Form): Passage[] =>
  form.list('passages').flatMap((value) => passageOfValue(value) ?? []);

/** The ticked boxes, and the passages typed by their words; a row whose words are not there is an error beside it. */
export function chosenPassages(form: Form, said: SaidText, errors: FormErrors, t: Translate): Passage[] {
  const typed = typedRows(form).flatMap(({ part, quote, occurrence }, index) => {
    if (quote === '') return [];
    const time = /^\d{1,4}$/.test(occurrence) ? Number(occurrence) : 0;
    const found = passageAt({ part, quote, occurrence: time }, said);
    if (!found) errors.add(`quote-${index}`, t('redaction.not-there', { occurrence }));
    return found ?? [];
  });
  return [...tickedPassages(form), ...typed];
}

/** What the detectors find, and what is chosen already, in the order of the text; each once. */
export function passageChoices(said: SaidText, chosen: readonly Passage[], t: Translate): PassageChoice[] {
  const found = redactionParts.flatMap((part) => {
    const text = part === 'TEXT' ? said.text : (said.proposedWording ?? '');
    return findPersonalData(text).map(({ kind, start, end }) => ({
      passage: passageOfUnits(part, text, start, end),
      kind: t(`privacy.kind.${kind}`),
    }));
  });
  const kinds = new Map(found.map(({ passage, kind }) => [valueOf(passage), kind]));
  const ticked = new Set(chosen.map(valueOf));
  const all = new Map([...found.map(({ passage }) => passage), ...chosen].map((each) => [valueOf(each), each]));
  return [...all.values()]
    .toSorted((a, b) => redactionParts.indexOf(a.part) - redactionParts.indexOf(b.part) || a.startsAt - b.startsAt)
    .map((passage) => ({
      value: valueOf(passage),
      words: wordsOf(passage, said),
      kind: kinds.get(valueOf(passage)) ?? null,
      checked: ticked.has(valueOf(passage)),
    }));
}
