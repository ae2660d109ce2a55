import type { Language } from '#lib/kernel';
import { translator } from '#lib/localisation';
import { type Letter, letterId, oneLine } from './letter.js';

export interface HidingFacts {
  readonly hidingId: string;
  readonly to: string;
  readonly language: Language;
  readonly draft: string;
  readonly number: string;
  /** In words, as the moderation log says it. */
  readonly ground: string;
  readonly explanation: string;
  /** The body to which the sender objects. */
  readonly developer: string;
  /** The sender's own page, with the secret in it. */
  readonly link: string;
}

/** REQ-116: the sender is told that the text is hidden, why, and how to object. The text itself is not repeated. */
export function hidingLetter({ hidingId, to, language, ...facts }: HidingFacts): Letter {
  const t = translator(language);
  return {
    id: letterId('hiding', hidingId),
    to,
    language,
    subject: oneLine(t('mail.hidden.subject', { number: facts.number, draft: facts.draft })),
    text: `${t('mail.hidden.body', { ...facts })}\n\n-- \n${t('mail.signature', { site: t('site.name') })}\n`,
  };
}
