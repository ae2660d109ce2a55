import type { Queryable, Transaction } from '#lib/database';
import { type Instant, type Language } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { lastHappenings, type Scope } from '../domain/subscription.js';
import { holdAddress, isLetterOwed, isOpen, LINK_TERM } from '../mailboxes/asked-letters.js';
import type { SealedAddress } from '../mailboxes/sealed-addresses.js';
import { SubscriberAddresses } from '../mailboxes/subscriber-addresses.js';

export interface NewSubscription {
  readonly id: string;
  readonly discussionId: string | null;
  readonly bodyId: string | null;
  readonly scope: Scope;
  readonly language: Language;
  readonly address: string;
  readonly token: string;
  readonly tokenHash: Buffer;
}

/** Of one draft or of one body: exactly one of the two ids is there. */
export interface Subscription extends Pick<NewSubscription, 'id' | 'discussionId' | 'bodyId' | 'scope' | 'language'> {
  readonly address: string;
}

/** What the link of a letter asks. */
export interface AskedSubscription extends Subscription {
  /** The last that is told of the draft was told: there is nothing to agree to. */
  readonly isOver: boolean;
}

/** What the letter says that asks a mailbox. */
export interface RequestLetterFacts extends Omit<Subscription, 'address'> {
  readonly to: string;
  readonly token: string;
  readonly expiresAt: Instant;
}

type Asked = Row & Pick<AskedSubscription, 'isOver'>;
type Row = Omit<Subscription, 'address'> & SealedAddress & { readonly addressIndex: Buffer };

const columns = `id, discussion_id as "discussionId", body_id as "bodyId", scope, language, address_index as "addressIndex",
  key_id as "keyId", sealed`;

/** SQL, of a row `s`: the last that is told of its draft. @param happenings the place of `lastHappenings` in the statement, as `$2` */
const lastNotice = (happenings: string): string =>
  `select from subscriber_notice n where n.discussion_id = s.discussion_id and n.happening = any(${happenings}::text[])`;

const askedRow = `select ${columns}, exists (${lastNotice('$2')}) as "isOver" from subscription s where token_hash = $1 and ${isOpen}`;

/** How long an address may stay after the last thing that is told of its draft, should its letter not have been taken. */
const AFTER_THE_END = `interval '30 days'`;

@Injectable()
export class Subscriptions {
  constructor(private readonly addresses: SubscriberAddresses) {}

  /** @returns whether a letter is owed: not after three within the hour */
  async insert(tx: Transaction, asked: NewSubscription): Promise<boolean> {
    const { id, discussionId, bodyId, scope, language, tokenHash, address, token } = asked;
    const { keyId, sealed } = this.addresses.sealed(id, { address, token });
    const mailbox = this.addresses.mailbox(address);
    if (!(await isLetterOwed(tx, mailbox))) return false;
    await tx.query(
      `insert into subscription (id, discussion_id, body_id, scope, language, token_hash, address_index, key_id, sealed, expires_at)
       values ($1, $2, $3, $4, $6, $7, $5, $8, $9, clock_timestamp() + ${LINK_TERM})`,
      [id, discussionId, bodyId, scope, mailbox.subscription, language, tokenHash, keyId, sealed],
    );
    return true;
  }

  /** Whom a link asks; looking changes nothing. Undefined when it was used, has expired, or there is none. */
  async look(q: Queryable, tokenHash: Buffer): Promise<AskedSubscription | undefined> {
    const [row] = await q.query<Asked>(askedRow, [tokenHash, lastHappenings]);
    return row && { ...this.opened(row), isOver: row.isOver };
  }

  /**
   * The mailbox agrees: of two presses at once, one. Where it gets such letters already, that subscription takes scope and language;
   * where nothing is left to be told, none is kept.
   */
  async confirm(tx: Transaction, tokenHash: Buffer): Promise<AskedSubscription | undefined> {
    const [row] = await tx.query<Asked>(`${askedRow} for update of s`, [tokenHash, lastHappenings]);
    if (!row) return undefined;
    if (row.isOver) await this.remove(tx, [row.id]);
    const agreed = row.isOver ? row : await this.agreed(tx, row);
    return { ...this.opened(agreed), isOver: row.isOver };
  }

  private async agreed(tx: Transaction, row: Row): Promise<Row> {
    await holdAddress(tx, row.addressIndex);
    const [standing] = await tx.query<Row>(
      `update subscription set scope = $4, language = $5
        where address_index = $1::bytea and discussion_id is not distinct from $2::uuid and body_id is not distinct from $3::uuid
          and confirmed_at is not null returning ${columns}`,
      [row.addressIndex, row.discussionId, row.bodyId, row.scope, row.language],
    );
    await tx.query(
      standing
        ? 'delete from subscription where id = $1'
        : 'update subscription set token_hash = null, expires_at = null, confirmed_at = clock_timestamp() where id = $1',
      [row.id],
    );
    return standing ?? row;
  }

  /** What the letter says; its token is forgotten with the transaction in which the letter is sent. */
  async requestLetter(tx: Transaction, id: string): Promise<RequestLetterFacts | undefined> {
    const [row] = await tx.query<Row & { expiresAt: Instant }>(
      `select ${columns}, expires_at as "expiresAt" from subscription where id = $1 and ${isOpen} for update`,
      [id],
    );
    if (!row) return undefined;
    const { address: to, token } = this.addresses.open(row);
    if (token === undefined) return undefined;
    const { keyId, sealed } = this.addresses.sealed(id, { address: to });
    await tx.query('update subscription set key_id = $2, sealed = $3 where id = $1', [id, keyId, sealed]);
    const { discussionId, bodyId, scope, language, expiresAt } = row;
    return { id, discussionId, bodyId, scope, language, to, token, expiresAt };
  }

  /** One that a mailbox has agreed to. */
  async byId(q: Queryable, id: string): Promise<Subscription | undefined> {
    const [row] = await q.query<Row>(`select ${columns} from subscription where id = $1 and confirmed_at is not null`, [
      id,
    ]);
    return row && this.opened(row);
  }

  /** All that the mailbox of this one has agreed to, the oldest first; none when this one has ended. */
  async beside(q: Queryable, id: string): Promise<Subscription[]> {
    const rows = await q.query<Row>(
      `select ${columns} from subscription where confirmed_at is not null
          and address_index = (select address_index from subscription where id = $1 and confirmed_at is not null)
        order by confirmed_at, id`,
      [id],
    );
    return rows.map((row) => this.opened(row));
  }

  /** Nothing of their addresses is kept. */
  async remove(tx: Transaction, ids: readonly string[]): Promise<void> {
    await tx.query('delete from subscription where id = any($1::uuid[])', [ids]);
  }

  /** Requests that no mailbox answered, and what is owed no letter any more of drafts that came to their end. @returns how many went */
  async dropExpired(tx: Transaction): Promise<number> {
    const gone = await tx.query(
      `delete from subscription s where s.expires_at <= clock_timestamp()
          or exists (${lastNotice('$1')} and (s.confirmed_at > n.happened_at or n.told_at < clock_timestamp() - ${AFTER_THE_END}))
       returning id`,
      [lastHappenings],
    );
    return gone.length;
  }

  private opened(row: Row): Subscription {
    const { id, discussionId, bodyId, scope, language } = row;
    return { id, discussionId, bodyId, scope, language, address: this.addresses.open(row).address };
  }
}
