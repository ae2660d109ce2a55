import type { Language } from '#lib/kernel';
import { translator } from '#lib/localisation';
import { type Letter, letterId, oneLine } from './letter.js';

export interface ReportFacts {
  readonly remarkId: string;
  readonly to: string;
  readonly language: Language;
  readonly draft: string;
  readonly number: string;
  readonly link: string;
  readonly hash: string;
}

/** Told to every sender who left an address when the report of R8.3 is placed. */
export function reportLetter({ remarkId, to, language, number, ...facts }: ReportFacts): Letter {
  const t = translator(language);
  const body = t('mail.reported.body', { ...facts });
  const own = t('mail.reported.own-answer', { number, link: facts.link });
  return {
    id: letterId('report', remarkId),
    to,
    language,
    subject: oneLine(t('mail.reported.subject', { draft: facts.draft })),
    text: `${body}\n${own}\n\n-- \n${t('mail.signature', { site: t('site.name') })}\n`,
  };
}
