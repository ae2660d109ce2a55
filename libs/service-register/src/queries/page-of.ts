import { patternWithin } from '#lib/database';
import type { Page } from '#lib/kernel';

/** Of one row more than asked for: the page, and its last code when there is another page. */
export function pageOf<Row extends { readonly code: string }>(rows: readonly Row[], size: number): Page<Row> {
  const items = rows.slice(0, size);
  const last = items.at(-1);
  return rows.length > size && last ? { items, next: last.code } : { items };
}

/** A text that is searched for, as a pattern; null for none. */
export const partOf = (search: string): string | null => (search.trim() === '' ? null : patternWithin(search.trim()));

/** The condition that a code or a name has this pattern in it. */
export const isFound = (pattern: string): string =>
  `(${pattern}::text is null or code ilike ${pattern} or name_kk ilike ${pattern} or name_ru ilike ${pattern} or name_en ilike ${pattern})`;
