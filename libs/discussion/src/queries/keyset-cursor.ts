import { DomainError, type Instant, isId, isInstant } from '#lib/kernel';

/** Where a list walked by (instant, id) goes on; opaque to callers. */
export interface KeysetPlace {
  readonly at: Instant;
  readonly id: string;
}

export const writeCursor = ({ at, id }: KeysetPlace): string => Buffer.from(`${at} ${id}`).toString('base64url');

/** @throws DomainError `invalid-input` for a cursor that is none of ours */
export function readCursor(cursor: string): KeysetPlace {
  const [at = '', id = ''] = Buffer.from(cursor, 'base64url').toString().split(' ');
  if (isInstant(at) && isId(id)) return { at, id };
  throw new DomainError('invalid-input', 'the cursor is not one of this list', {
    faults: [{ field: 'after', fault: 'malformed' }],
  });
}
