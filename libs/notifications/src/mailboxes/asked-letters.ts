import type { Transaction } from '#lib/database';

/** As long as the link of a letter that asks a mailbox is good. */
export const LINK_TERM = `interval '1 hour'`;
/** Of a row that asks a mailbox. */
export const isOpen = 'expires_at > clock_timestamp()';

/** Unanswered letters to one address within the hour, whatever for: more are asked for by nobody who reads them. */
const AT_MOST = 3;
const LOCKS = 7005;

/** By which blind index each table knows one mailbox; unlike, so that the tables tell nothing of each other. */
export type AskedMailbox = Readonly<Record<'address_confirmation' | 'subscription', Buffer>>;

/** Whether it is owed another letter; of two requests at once, one waits for the other until its transaction ends. */
export async function isLetterOwed(tx: Transaction, mailbox: AskedMailbox): Promise<boolean> {
  await holdAddress(tx, mailbox.subscription);
  const [row] = await tx.query<{ isOwed: boolean }>(
    `select (select count(*) from address_confirmation where address_index = $1 and ${isOpen})
          + (select count(*) from subscription where address_index = $2 and ${isOpen}) < ${AT_MOST} as "isOwed"`,
    [mailbox.address_confirmation, mailbox.subscription],
  );
  return row?.isOwed ?? false;
}

/** Of two acts on one address at once, one waits for the other. @param addressIndex of `subscription` */
export async function holdAddress(tx: Transaction, addressIndex: Buffer): Promise<void> {
  await tx.query('select pg_advisory_xact_lock($1, $2)', [LOCKS, addressIndex.readInt32BE(0)]);
}
