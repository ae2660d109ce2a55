import type { Language } from '#lib/kernel';
import { translator } from '#lib/localisation';
import { type Letter, letterId, oneLine } from './letter.js';

/** What was decided on one point, in the words of the letter. */
export interface AnsweredPoint {
  /** Words of the remark the point is about; undefined for the whole of it. */
  readonly quote?: string;
  readonly isTakenIntoAccount: boolean;
  readonly outcome: string;
  readonly reason: string;
  readonly ground: string;
}

export interface ReportFacts {
  readonly remarkId: string;
  readonly to: string;
  readonly language: Language;
  readonly draft: string;
  readonly number: string;
  readonly link: string;
  readonly hash: string;
  /** Empty when the remark is hidden. */
  readonly answers: readonly AnsweredPoint[];
}

/** Told to every sender who left an address when the report of R8.3 is placed: their own answer with its ground (REQ-55). */
export function reportLetter({ remarkId, to, language, number, answers, ...facts }: ReportFacts): Letter {
  const t = translator(language);
  const body = t('mail.reported.body', facts);
  const own = answers.map(({ quote, isTakenIntoAccount, outcome, reason, ground }) => {
    const about = quote === undefined ? [] : [t('mail.reported.about-words', { quote: oneLine(quote) })];
    return [...about, isTakenIntoAccount ? outcome : `${outcome} – ${reason}`, ground].join('\n');
  });
  const answer =
    own.length > 0 ? `${t('mail.reported.own-answer', { number })}\n\n${own.join('\n\n')}` : t('mail.reported.hidden');
  return {
    id: letterId('report', remarkId),
    to,
    language,
    subject: oneLine(t('mail.reported.subject', { draft: facts.draft })),
    text: `${body}\n\n${answer}\n\n-- \n${t('mail.signature', { site: t('site.name') })}\n`,
  };
}
