import type { Transaction } from '#lib/database';
import type { Instant, Language, Multilingual } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { aboutInvitation, aboutReset } from '../mailed-link.js';
import { isOpenInvitation } from '../persistence/invitations.js';
import { isOpenReset } from '../persistence/password-resets.js';
import { Sealing } from '../sealing.js';

export interface LinkLetterFacts {
  readonly to: string;
  readonly language: Language;
  /** Of the link; it is opened for this letter alone. */
  readonly token: string;
  readonly expiresAt: Instant;
}

export interface InvitationLetterFacts extends LinkLetterFacts {
  readonly body: Multilingual;
}

interface Sealed {
  readonly sealedToken: Buffer;
}

/** What letters about accounts say. A link is forgotten with the transaction in which its letter is sent. */
@Injectable()
export class AccountLetters {
  constructor(private readonly sealing: Sealing) {}

  /** Nothing when the invitation is no longer open (it was accepted or withdrawn, or has expired), or its letter was sent. */
  async invitation(tx: Transaction, invitationId: string): Promise<InvitationLetterFacts | undefined> {
    const [row] = await tx.query<Sealed & Omit<InvitationLetterFacts, 'token'>>(
      `select i.email as "to", i.language, i.expires_at as "expiresAt", i.sealed_token as "sealedToken",
              jsonb_build_object('kk', b.name_kk, 'ru', b.name_ru) as body
         from officer_invitation i join state_body b on b.id = i.body_id
        where i.id = $1 and i.sealed_token is not null and ${isOpenInvitation} for update of i`,
      [invitationId],
    );
    if (!row) return undefined;
    await tx.query('update officer_invitation set sealed_token = null where id = $1', [invitationId]);
    const { sealedToken, ...facts } = row;
    return { ...facts, token: this.sealing.open(sealedToken, aboutInvitation(invitationId)) };
  }

  /** Nothing when the link was used, has expired, or its letter was sent. */
  async passwordReset(tx: Transaction, resetId: string): Promise<LinkLetterFacts | undefined> {
    const [row] = await tx.query<Sealed & Omit<LinkLetterFacts, 'token'>>(
      `select o.email as "to", o.language, r.expires_at as "expiresAt", r.sealed_token as "sealedToken"
         from password_reset r join officer o on o.id = r.officer_id and o.is_active
        where r.id = $1 and r.sealed_token is not null and ${isOpenReset} for update of r`,
      [resetId],
    );
    if (!row) return undefined;
    await tx.query('update password_reset set sealed_token = null where id = $1', [resetId]);
    const { sealedToken, ...facts } = row;
    return { ...facts, token: this.sealing.open(sealedToken, aboutReset(resetId)) };
  }

  async officer(tx: Transaction, officerId: string): Promise<Pick<LinkLetterFacts, 'to' | 'language'> | undefined> {
    const [row] = await tx.query<Pick<LinkLetterFacts, 'to' | 'language'>>(
      'select email as "to", language from officer where id = $1 and is_active',
      [officerId],
    );
    return row;
  }
}
