import type { Language } from '#lib/kernel';
import { translator } from '#lib/localisation';
import { type Letter, letterId, oneLine } from './letter.js';

export interface ReceiptFacts {
  readonly remarkId: string;
  readonly revision: number;
  readonly to: string;
  readonly language: Language;
  readonly draft: string;
  readonly number: string;
  /** Shown with zone and microseconds, as on the receipt page. */
  readonly receivedAt: string;
  readonly hash: string;
  /** Until when remarks are taken, in words. */
  readonly close: string;
  /** The sender's own page, with the secret in it. */
  readonly link: string;
}

/** REQ-36: the receipt, sent at once. */
export function receiptLetter({ remarkId, revision, to, language, ...facts }: ReceiptFacts): Letter {
  const t = translator(language);
  return {
    id: letterId('receipt', remarkId, revision),
    to,
    language,
    subject: oneLine(t('mail.receipt.subject', { number: facts.number, draft: facts.draft })),
    text: `${t('mail.receipt.body', facts)}\n\n-- \n${t('mail.signature', { site: t('site.name') })}\n`,
  };
}
