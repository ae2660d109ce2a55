import type { Queryable, Transaction } from '#lib/database';
import type { Instant, Language, Multilingual } from '#lib/kernel';
import { isLetterOwed, isOpen, LINK_TERM, type SealedAddress, SealedAddresses } from '#lib/notifications';
import { Injectable } from '@nestjs/common';

export interface NewAddressConfirmation {
  readonly id: string;
  readonly discussionId: string;
  readonly clauseId: string | null;
  readonly language: Language;
  readonly address: string;
  readonly token: string;
  readonly tokenHash: Buffer;
}

/** Whom a link asks, and for what. */
export interface OpenAddressConfirmation {
  readonly discussionId: string;
  /** Lineage id of the clause at which the form was opened. */
  readonly clauseId: string | null;
  readonly address: string;
}

/** What the letter says. */
export interface AddressLetterFacts {
  readonly to: string;
  readonly language: Language;
  readonly token: string;
  readonly expiresAt: Instant;
  readonly title: Multilingual;
}

interface Row {
  readonly id: string;
  readonly discussionId: string;
  readonly clauseId: string | null;
  readonly keyId: string;
  readonly sealed: Buffer;
}

const columns = `id, discussion_id as "discussionId", clause_id as "clauseId", key_id as "keyId", sealed`;

@Injectable()
export class AddressConfirmations {
  constructor(private readonly addresses: SealedAddresses) {}

  /** @returns whether a letter is owed: not after three within the hour */
  async insert(tx: Transaction, asked: NewAddressConfirmation): Promise<boolean> {
    const { id, discussionId, clauseId, language, tokenHash, address, token } = asked;
    const { keyId, sealed } = this.addresses.sealed(id, { address, token });
    const mailbox = this.addresses.mailbox(address);
    if (!(await isLetterOwed(tx, mailbox))) return false;
    await tx.query(
      `insert into address_confirmation (id, discussion_id, language, token_hash, address_index, key_id, sealed, clause_id, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, clock_timestamp() + ${LINK_TERM})`,
      [id, discussionId, language, tokenHash, mailbox.address_confirmation, keyId, sealed, clauseId],
    );
    return true;
  }

  /** Whom the link asks; looking changes nothing. Undefined when it was used, has expired, or there is none. */
  async look(q: Queryable, tokenHash: Buffer): Promise<OpenAddressConfirmation | undefined> {
    const [row] = await q.query<Row>(
      `select ${columns} from address_confirmation where token_hash = $1 and ${isOpen}`,
      [tokenHash],
    );
    return row && this.opened(row);
  }

  /** Uses a link up: of two at once, one. */
  async take(tx: Transaction, tokenHash: Buffer): Promise<OpenAddressConfirmation | undefined> {
    const [row] = await tx.query<Row>(
      `delete from address_confirmation where token_hash = $1 and ${isOpen} returning ${columns}`,
      [tokenHash],
    );
    return row && this.opened(row);
  }

  /** What the letter says; its token is forgotten with the transaction in which the letter is sent. */
  async letter(tx: Transaction, id: string): Promise<AddressLetterFacts | undefined> {
    const [row] = await tx.query<SealedAddress & Pick<AddressLetterFacts, 'language' | 'expiresAt' | 'title'>>(
      `select a.id, a.key_id as "keyId", a.sealed, a.language, a.expires_at as "expiresAt",
              jsonb_strip_nulls(jsonb_build_object('kk', p.title_kk, 'ru', p.title_ru, 'en', p.title_en)) as title
         from address_confirmation a join discussion d on d.id = a.discussion_id join procedure p on p.id = d.procedure_id
        where a.id = $1 and a.${isOpen} for update of a`,
      [id],
    );
    if (!row) return undefined;
    const { address: to, token } = this.addresses.open(row);
    if (token === undefined) return undefined;
    const { keyId, sealed } = this.addresses.sealed(id, { address: to });
    await tx.query('update address_confirmation set key_id = $2, sealed = $3 where id = $1', [id, keyId, sealed]);
    const { language, expiresAt, title } = row;
    return { to, token, language, expiresAt, title };
  }

  /** @returns how many were still kept after their time */
  async dropExpired(tx: Transaction): Promise<number> {
    const gone = await tx.query('delete from address_confirmation where expires_at <= clock_timestamp() returning id');
    return gone.length;
  }

  private opened(row: Row): OpenAddressConfirmation {
    const { discussionId, clauseId } = row;
    return { discussionId, clauseId, address: this.addresses.open(row).address };
  }
}
