import type { Language } from '#lib/kernel';
import { translator } from '#lib/localisation';
import { type Letter, letterId, oneLine } from './letter.js';

export interface ClosingFacts {
  readonly remarkId: string;
  readonly to: string;
  readonly language: Language;
  readonly draft: string;
  readonly close: string;
  /** Remarks and proposals received on time. */
  readonly count: number;
  readonly link: string;
}

/** Told to every sender who left an address when the discussion is over (R8.2). */
export function closingLetter({ remarkId, to, language, ...facts }: ClosingFacts): Letter {
  const t = translator(language);
  return {
    id: letterId('closing', remarkId),
    to,
    language,
    subject: oneLine(t('mail.closed.subject', { draft: facts.draft })),
    text: `${t('mail.closed.body', { ...facts })}\n\n-- \n${t('mail.signature', { site: t('site.name') })}\n`,
  };
}
