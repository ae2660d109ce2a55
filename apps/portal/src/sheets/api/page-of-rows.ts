import { type Page, DomainError, pageRequest } from '#lib/kernel';
import type { PageQuery } from '../../api-kit/page.query.js';

/** A page of the rows of a plan by the number of a row; of one kind where one is asked for. */
export const pageOfRows =
  <Row extends { readonly row: number; readonly kind: string }>({
    kind,
    size: asked,
    after,
  }: PageQuery & { readonly kind?: string }) =>
  (rows: readonly Row[]): Page<Row> => {
    const { size } = pageRequest(asked);
    if (after !== undefined && !/^\d{1,7}$/.test(after)) {
      throw new DomainError('invalid-input', 'after is the `next` of a page', { field: 'after' });
    }
    const wanted = rows.filter((each) => (kind === undefined || each.kind === kind) && each.row > Number(after ?? 0));
    const items = wanted.slice(0, size);
    const last = items.at(-1);
    return { items, ...(last && wanted.length > size ? { next: String(last.row) } : {}) };
  };
