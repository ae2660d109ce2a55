import type { Language } from '#lib/kernel';
import { translator } from '#lib/localisation';
import { profileById } from '#lib/time-limits';
import type { ReportRow } from '../domain/report-data.js';

/** The decision on one point, as the author of the remark reads it. */
export interface AnswerInWords {
  /** Words of the remark the point is about; undefined for the whole of it. */
  readonly quote?: string;
  readonly isTakenIntoAccount: boolean;
  readonly outcome: string;
  readonly reason: string;
  /** Kazakh or Russian, as it was written. */
  readonly ground: string;
}

/** The decisions of a row of the report (A2.T4, REQ-53), point by point. */
export function answersInWords(row: ReportRow, profileId: string, language: Language): AnswerInWords[] {
  const t = translator(language);
  const { reasons } = profileById(profileId).decisions;
  return row.points.flatMap(({ passages, decision }) => {
    if (!decision) return [];
    const isTakenIntoAccount = decision.outcome === 'TAKEN_INTO_ACCOUNT';
    return {
      ...(passages.length > 0 && { quote: passages.map(({ quote }) => quote).join(' … ') }),
      isTakenIntoAccount,
      outcome: t(isTakenIntoAccount ? 'outcome.taken-into-account' : 'outcome.not-taken-into-account'),
      reason: reasons.find(({ code }) => code === decision.reasonCode)?.title[language] ?? decision.reasonCode,
      ground: decision.ground[language === 'kk' ? 'kk' : 'ru'],
    };
  });
}
