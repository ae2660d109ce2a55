import type { Language } from '#lib/kernel';
import { translator } from '#lib/localisation';
import { type Letter, letterId, oneLine } from './letter.js';

export interface MentionFacts {
  readonly noteId: string;
  readonly officerId: string;
  readonly to: string;
  readonly language: Language;
  readonly author: string;
  readonly number: string;
  readonly link: string;
}

/** Told to an officer whom a colleague asked to look at a remark. */
export function mentionLetter({ noteId, officerId, to, language, author, number, link }: MentionFacts): Letter {
  const t = translator(language);
  return {
    id: letterId('mention', `${noteId}.${officerId}`),
    to,
    language,
    subject: oneLine(t('mail.mentioned.subject', { number })),
    text: `${t('mail.mentioned.body', { author, number, link })}\n\n-- \n${t('mail.signature', { site: t('site.name') })}\n`,
  };
}
