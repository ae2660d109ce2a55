import type { Language } from '#lib/kernel';
import { translator } from '#lib/localisation';
import { type Letter, letterId, oneLine } from './letter.js';

export interface WithdrawalFacts {
  readonly remarkId: string;
  readonly to: string;
  readonly language: Language;
  readonly draft: string;
  readonly number: string;
  /** The body's own words. */
  readonly reason: string;
  readonly link: string;
}

/** REQ-25: every sender is told that the draft is withdrawn, and why. */
export function withdrawalLetter({ remarkId, to, language, ...facts }: WithdrawalFacts): Letter {
  const t = translator(language);
  return {
    id: letterId('withdrawal', remarkId),
    to,
    language,
    subject: oneLine(t('mail.withdrawn.subject', { draft: facts.draft })),
    text: `${t('mail.withdrawn.body', { ...facts })}\n\n-- \n${t('mail.signature', { site: t('site.name') })}\n`,
  };
}
