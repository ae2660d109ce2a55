import type { Language } from '#lib/kernel';
import { translator } from '#lib/localisation';
import { type Letter, letterId, oneLine } from './letter.js';

export interface HidingFacts {
  readonly hidingId: string;
  readonly to: string;
  readonly language: Language;
  readonly draft: string;
  readonly number: string;
  /** How many passages are redacted; null where the whole text is hidden. */
  readonly passages: number | null;
  /** In words, as the moderation log says it. */
  readonly ground: string;
  readonly explanation: string;
  /** The body to which the sender objects. */
  readonly developer: string;
  /** The sender's own page, with the secret in it. */
  readonly link: string;
}

/** REQ-116: the sender is told that the text, or passages of it, is hidden, why, and how to object. The text itself is not repeated. */
export function hidingLetter({ hidingId, to, language, passages, ...facts }: HidingFacts): Letter {
  const t = translator(language);
  const body =
    passages === null ? t('mail.hidden.body', facts) : t('mail.redacted.body', { ...facts, count: passages });
  return {
    id: letterId('hiding', hidingId),
    to,
    language,
    subject: oneLine(
      t(passages === null ? 'mail.hidden.subject' : 'mail.redacted.subject', {
        number: facts.number,
        draft: facts.draft,
      }),
    ),
    text: `${body}\n\n-- \n${t('mail.signature', { site: t('site.name') })}\n`,
  };
}
