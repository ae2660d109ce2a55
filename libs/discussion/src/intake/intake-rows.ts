import { type Instant, newId } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { NAME_CONSENT_VERSION } from '../domain/name-consent.js';
import type { RemarkContent } from '../domain/remark-content.js';
import type { Sender } from '../domain/sender.js';
import { confirmationOf } from '../domain/sender-confirmation.js';
import { Senders } from '../sealing/senders.js';
import type { SignedText } from '../domain/signed-document.js';
import { commitmentOf, newSalt, normalisedHash, Receipts } from '../receipts.js';
import type { IntakeRow, OnlineChannel, RecordedChannel } from './intake-row.js';

interface Submission {
  readonly discussionId: string;
  readonly channel: OnlineChannel | RecordedChannel;
  readonly content: RemarkContent;
  readonly sender: Sender;
  readonly hasNameConsent?: boolean;
  readonly attachments?: readonly string[];
  readonly idempotencyKey?: string;
  readonly signed?: SignedText;
}

const confirmations = { email: 'EMAIL', provider: 'PROVIDER', signature: 'SIGNATURE' } as const;

const bytea = (hex: string): string => `\\x${hex}`;
const filled = (text: string | undefined): string | undefined => text?.trim() || undefined;

@Injectable()
export class IntakeRows {
  constructor(
    private readonly receipts: Receipts,
    private readonly senders: Senders,
  ) {}

  /**
   * @param hashes SHA-256 of the attachments, hex, in their order
   * @param arrivedAt when the arrival is known already; otherwise the database computes it
   */
  of(submission: Submission, hashes: readonly string[] = [], arrivedAt?: Instant): IntakeRow {
    const { discussionId, channel, content, idempotencyKey: key } = submission;
    const sender = trimmed(submission.sender, discussionId);
    const id = newId();
    const number = this.receipts.newNumber();
    const salt = newSalt();
    const wording = filled(content.proposedWording);
    const committed = { ...content, proposedWording: wording, discussionId, number, attachments: hashes };
    return {
      discussion_id: discussionId,
      id,
      number,
      ledger_id: newId(),
      event_id: newId(),
      ...(key === undefined ? {} : { key, fingerprint: bytea(this.fingerprintOf(submission, hashes)) }),
      arrived_at: arrivedAt,
      kind: content.kind,
      sender_kind: sender.kind,
      channel,
      language: content.language,
      body: content.text,
      wording,
      anchors: content.anchors,
      salt: bytea(salt.toString('hex')),
      commitment: bytea(commitmentOf(salt, committed)),
      normalised: bytea(normalisedHash(content.text)),
      ...this.senders.sealed(id, sender, submission.signed),
      name_consent: submission.hasNameConsent ? NAME_CONSENT_VERSION : undefined,
      confirmation: sender.confirmedBy && confirmations[sender.confirmedBy.kind],
      files: submission.attachments?.length ? submission.attachments : undefined,
    };
  }

  /**
   * Over everything that was sent, hex: tells a retry from another request under the same key, and no sender by guessing. Who confirms
   * the sender is not sent with the form; that may lapse before a retry.
   */
  fingerprintOf({ content, sender, hasNameConsent = false }: Submission, hashes: readonly string[]): string {
    const { kind, language, text, proposedWording = null, anchors } = content;
    const { name, email = null, organisation = null, bin = null, representativeGround = null } = sender;
    const from = [sender.kind, hasNameConsent, name, email, organisation, bin, representativeGround];
    return this.senders.digest(
      'request',
      JSON.stringify([kind, language, text, proposedWording, anchors, from, hashes]),
    );
  }
}

const trimmed = (sender: Sender, discussionId: string): Sender => {
  const { kind, name, email, organisation, bin, representativeGround } = sender;
  const confirmedBy = confirmationOf(sender, discussionId);
  return {
    kind,
    name: name.trim(),
    email: filled(email),
    organisation: filled(organisation),
    bin: filled(bin),
    representativeGround: filled(representativeGround),
    ...(confirmedBy ? { confirmedBy } : {}),
  };
};
