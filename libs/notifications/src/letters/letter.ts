import type { Language } from '#lib/kernel';

/** A mail before it is put into MIME. `id` makes the Message-ID: the same letter sent again keeps it. */
export interface Letter {
  readonly id: string;
  readonly to: string;
  readonly language: Language;
  readonly subject: string;
  readonly text: string;
  /** Of a letter that is sent to many: where a POST ends it, without another question (RFC 8058). */
  readonly endsAt?: string;
}

/** One line, without control characters: nothing that arrives from a sender may start a header of its own. */
export const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();

export const letterId = (
  kind:
    | 'receipt'
    | 'closing'
    | 'withdrawal'
    | 'report'
    | 'hiding'
    | 'objection'
    | 'mention'
    | 'invitation'
    | 'password-reset'
    | 'factor-reset'
    | 'address'
    | 'subscription'
    | 'told',
  /** Of the remark, or of the act the letter is about. */
  subjectId: string,
  revision = 1,
): string => `${kind}.${subjectId}.${revision}`;
