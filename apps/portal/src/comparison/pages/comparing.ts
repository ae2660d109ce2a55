import type { Language } from '#lib/kernel';
import type { VisibleVersion } from '#lib/reports';
import type { Form } from '../../pages-kit/form.js';

/** Clauses on a page. */
export const PAGE = 50;

export const views = ['side', 'inline'] as const;
export const extents = ['changes', 'whole'] as const;
export type TextLanguage = Language | 'all';

/** What a visitor asks to see, as the address says it. */
export interface Comparing {
  readonly from: number;
  readonly to: number;
  /** null: not said, so it is for the page to choose. */
  readonly language: TextLanguage | null;
  readonly view: (typeof views)[number];
  readonly text: (typeof extents)[number];
  /** From 1. */
  readonly page: number;
  /** The page that holds the clause with this lineage id. */
  readonly clause?: string;
}

/** From the text discussed to the newest when the address does not name them; what is no number is no version. */
export function comparingOf(form: Form, versions: readonly VisibleVersion[]): Comparing {
  const discussed = versions.find(({ standing }) => standing === 'discussed') ?? versions[0];
  const number = (name: string, otherwise: VisibleVersion | undefined) =>
    form.text(name) === '' ? (otherwise?.version ?? Number.NaN) : Number(form.text(name));
  return {
    from: number('from', discussed),
    to: number('to', versions.at(-1)),
    language: form.oneOf('language', ['kk', 'ru', 'en', 'all'] as const) ?? null,
    view: form.oneOf('view', views) ?? 'side',
    text: form.oneOf('text', extents) ?? 'changes',
    page: Math.max(1, Math.trunc(Number(form.text('page'))) || 1),
    clause: form.optional('clause'),
  };
}

/** The address of the same comparison, seen otherwise. */
export function addressOf(here: string, asked: Comparing, otherwise: Partial<Comparing> = {}): string {
  const { from, to, language, view, text, page } = { ...asked, ...otherwise };
  const query = new URLSearchParams({ from: String(from), to: String(to) });
  if (language) query.set('language', language);
  query.set('view', view);
  query.set('text', text);
  if (page > 1) query.set('page', String(page));
  return `${here}?${query.toString()}`;
}
