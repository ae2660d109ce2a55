import type { Transaction } from '#lib/database';

/** As long as the link of a letter that asks a mailbox is good. */
export const LINK_TERM = `interval '1 hour'`;
/** Of a row that asks a mailbox. */
export const isOpen = 'expires_at > clock_timestamp()';

/** Letters to one address within the hour, whatever for: more are asked for by nobody who reads them. */
const AT_MOST = 3;
const LOCKS = 7005;

/** SQL: whether the address behind a blind index is owed another letter. @param index its place in the statement, as `$5` */
export const isLetterOwed = (table: 'address_confirmation' | 'subscription', index: string): string =>
  `(select count(*) from ${table} where address_index = ${index}::bytea and ${isOpen}) < ${AT_MOST}`;

/** Of two requests for one address at once, one waits for the other until its transaction ends. */
export async function holdAddress(tx: Transaction, addressIndex: Buffer): Promise<void> {
  await tx.query('select pg_advisory_xact_lock($1, $2)', [LOCKS, addressIndex.readInt32BE(0)]);
}
