import type { Page } from '#lib/kernel';

/** Of one row more than asked for: the page, and its last code when there is another page. */
export function pageOf<Row extends { readonly code: string }>(rows: readonly Row[], size: number): Page<Row> {
  const items = rows.slice(0, size);
  const last = items.at(-1);
  return rows.length > size && last ? { items, next: last.code } : { items };
}
