import { DomainError, isId, type Page, type PageRequest } from '#lib/kernel';

/** A place in a list in the order of a number and an id. */
interface Place {
  readonly number: number;
  readonly id: string;
}

/** @throws DomainError `invalid-input` for a cursor that is none of the list */
export function placeOf(after: string | undefined, start: number): Place & { readonly isStart: boolean } {
  if (after === undefined) return { number: start, id: '00000000-0000-0000-0000-000000000000', isStart: true };
  const [, number = '', id = ''] = /^(\d{1,9})_(.+)$/.exec(after) ?? [];
  if (number !== '' && isId(id)) return { number: Number(number), id, isStart: false };
  throw new DomainError('invalid-input', 'after is none of this list', { field: 'after' });
}

/** The rows of a page, of which one more than asked for was read. */
export function pageOf<Row>(rows: readonly Row[], { size }: PageRequest, place: (row: Row) => Place): Page<Row> {
  const items = rows.slice(0, size);
  const last = items.at(-1);
  if (!last || rows.length <= size) return { items };
  const { number, id } = place(last);
  return { items, next: `${number}_${id}` };
}
