import { DomainError, isId } from '#lib/kernel';
import { isOpen } from './discussion-conditions.js';

/** closing: open ones by their close, the nearest first, then the others, the latest placed first. */
export const discussionOrders = ['closing', 'newest', 'remarks'] as const;
export type DiscussionOrder = (typeof discussionOrders)[number];

/** Below every number of seconds since 1970: open ones come first, those without a close last among them. */
const FIRST = '1e12';
const LAST_OF_OPEN = '-5e11';

/** One number that rises from row to row. */
export const orderKeys: Readonly<Record<DiscussionOrder, string>> = {
  closing: `case when ${isOpen} then coalesce(extract(epoch from d.close_at) - ${FIRST}, ${LAST_OF_OPEN})
    else -extract(epoch from d.open_at) end`,
  newest: '-extract(epoch from d.open_at)',
  remarks: `-(select count(*) from remark r where r.discussion_id = d.id and r.state <> 'WITHDRAWN')::numeric`,
};

/** Where a list walked by (key, id) goes on; opaque to callers. */
export interface OrderPlace {
  readonly key: string;
  readonly id: string;
}

export const writePlace = ({ key, id }: OrderPlace): string => Buffer.from(`${key} ${id}`).toString('base64url');

/** @throws DomainError `invalid-input` for a cursor that is none of ours */
export function readPlace(cursor: string): OrderPlace {
  const [key = '', id = ''] = Buffer.from(cursor, 'base64url').toString().split(' ');
  if (/^-?\d{1,15}(\.\d{1,6})?$/.test(key) && isId(id)) return { key, id };
  throw new DomainError('invalid-input', 'the cursor is not one of this list', {
    faults: [{ field: 'after', fault: 'malformed' }],
  });
}
