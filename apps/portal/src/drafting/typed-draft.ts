import { type DraftedClause, draftLimits } from '#lib/drafting';
import { languages, type Multilingual } from '#lib/kernel';
import type { Form } from '../pages-kit/form.js';

/** A draft as it stands in a form, whatever was typed: what SaveDraftVersion takes. */
export interface TypedDraft {
  /** The version it began from, 0 for none. */
  readonly basedOn: number;
  readonly title: Multilingual;
  readonly clauses: readonly DraftedClause[];
}

const kinds = ['CLAUSE', 'SECTION'] as const;

/** The rows of a form: fields of a clause carry its place, from 1. One row more than a draft may have is refused as too many. */
export function typedDraft(form: Form): TypedDraft {
  const rows = Math.min(whole(form.text('rows'), 0), draftLimits.clauses + 1);
  return {
    basedOn: whole(form.text('basedOn'), 0),
    title: words(form, 'title'),
    clauses: Array.from({ length: rows }, (_, index) => typedClause(form, index + 1)),
  };
}

function typedClause(form: Form, place: number): DraftedClause {
  const lineageId = form.optional(`id-${place}`);
  return {
    ...(lineageId === undefined ? {} : { lineageId }),
    kind: form.oneOf(`kind-${place}`, kinds) ?? 'CLAUSE',
    level: whole(form.text(`level-${place}`), 1),
    label: form.text(`label-${place}`),
    text: words(form, `text-${place}`),
  };
}

function words(form: Form, name: string): Multilingual {
  const en = form.text(`${name}-en`);
  return { kk: form.text(`${name}-kk`), ru: form.text(`${name}-ru`), ...(en ? { en } : {}) };
}

const whole = (text: string, otherwise: number): number => (/^\d{1,9}$/.test(text) ? Number(text) : otherwise);

/** What `typedDraft` reads, for a form that nobody fills in. */
export function fieldsOf({ basedOn, title, clauses }: TypedDraft): { readonly name: string; readonly value: string }[] {
  const wordsOf = (name: string, text: Multilingual) =>
    languages.flatMap((language) => {
      const value = text[language];
      return value ? [{ name: `${name}-${language}`, value }] : [];
    });
  return [
    { name: 'basedOn', value: String(basedOn) },
    { name: 'rows', value: String(clauses.length) },
    ...wordsOf('title', title),
    ...clauses.flatMap(({ lineageId, kind, level, label, text }, index) => [
      ...(lineageId === undefined ? [] : [{ name: `id-${index + 1}`, value: lineageId }]),
      { name: `kind-${index + 1}`, value: kind },
      { name: `level-${index + 1}`, value: String(level) },
      ...(label ? [{ name: `label-${index + 1}`, value: label }] : []),
      ...wordsOf(`text-${index + 1}`, text),
    ]),
  ];
}
