import { isUniqueViolation, type Queryable, sqlState, type Transaction } from '#lib/database';
import { DomainError, type Instant, isId, type Language, type Role } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { AddressTaken, BodyUnknown } from './officers.js';

const TERM = `interval '7 days'`;
/** SQL on officer_invitation. */
export const isOpenInvitation = 'accepted_at is null and withdrawn_at is null and expires_at > clock_timestamp()';

export interface NewInvitation {
  readonly id: string;
  readonly email: string;
  readonly bodyId: string;
  readonly roles: readonly Role[];
  readonly language: Language;
  readonly tokenHash: Buffer;
  readonly sealedToken: Buffer;
  readonly invitedBy: string;
}

export interface OpenInvitation extends Pick<NewInvitation, 'id' | 'email' | 'bodyId' | 'roles' | 'language'> {
  readonly expiresAt: Instant;
}

/** The address waits for an answer already; withdraw that invitation first. */
export class InvitationOpen extends DomainError {
  constructor() {
    super('conflict', 'this address has an open invitation', { field: 'email' });
  }
}

const columns = 'id, email, body_id as "bodyId", roles, language, expires_at as "expiresAt"';

@Injectable()
export class Invitations {
  /** @throws AddressTaken, InvitationOpen, BodyUnknown */
  async insert(tx: Transaction, invitation: NewInvitation): Promise<void> {
    const { id, email, bodyId, roles, language, tokenHash, sealedToken, invitedBy } = invitation;
    const [taken] = await tx.query('select from officer where email = $1', [email]);
    if (taken) throw new AddressTaken();
    await tx.query(
      `update officer_invitation set withdrawn_at = clock_timestamp(), sealed_token = null
        where email = $1 and accepted_at is null and withdrawn_at is null and expires_at <= clock_timestamp()`,
      [email],
    );
    try {
      await tx.query(
        `insert into officer_invitation (id, email, body_id, roles, language, token_hash, sealed_token, invited_by, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, clock_timestamp() + ${TERM})`,
        [id, email, bodyId, roles, language, tokenHash, sealedToken, invitedBy],
      );
    } catch (error) {
      if (isUniqueViolation(error)) throw new InvitationOpen();
      if (sqlState(error) === '23503' || sqlState(error) === '22P02') throw new BodyUnknown();
      throw error;
    }
  }

  async byToken(q: Queryable, tokenHash: Buffer): Promise<OpenInvitation | undefined> {
    const [found] = await q.query<OpenInvitation>(
      `select ${columns} from officer_invitation where token_hash = $1 and ${isOpenInvitation}`,
      [tokenHash],
    );
    return found;
  }

  /** Uses an open invitation up: of two at once, one. */
  async accept(tx: Transaction, tokenHash: Buffer): Promise<OpenInvitation | undefined> {
    const [accepted] = await tx.query<OpenInvitation>(
      `update officer_invitation set accepted_at = clock_timestamp(), sealed_token = null
        where token_hash = $1 and ${isOpenInvitation} returning ${columns}`,
      [tokenHash],
    );
    return accepted;
  }

  async withdraw(tx: Transaction, id: string): Promise<OpenInvitation | undefined> {
    if (!isId(id)) return undefined;
    const [withdrawn] = await tx.query<OpenInvitation>(
      `update officer_invitation set withdrawn_at = clock_timestamp(), sealed_token = null
        where id = $1 and ${isOpenInvitation} returning ${columns}`,
      [id],
    );
    return withdrawn;
  }

  /** The open ones, the newest first; a hundred at most. */
  async open(q: Queryable): Promise<OpenInvitation[]> {
    return q.query<OpenInvitation>(
      `select ${columns} from officer_invitation where ${isOpenInvitation} order by created_at desc, id limit 100`,
    );
  }
}
