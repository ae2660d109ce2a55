import type { Language } from '#lib/kernel';
import { translator } from '#lib/localisation';
import { ReportRowsOf } from '#lib/reports';
import { profileById } from '#lib/time-limits';
import { Injectable } from '@nestjs/common';

export interface PublishedAnswer {
  readonly outcome: string;
  readonly reason: string;
  readonly ground: string;
}

/**
 * The answer to one remark, as the newest published report has it: nobody sees one before, and a correction under way is not
 * seen either (REQ-55, REQ-66).
 */
@Injectable()
export class PublishedAnswers {
  constructor(private readonly rows: ReportRowsOf) {}

  async of(
    remark: { readonly number: string; readonly discussionId: string; readonly profileId: string },
    language: Language,
  ): Promise<PublishedAnswer[]> {
    const answered = await this.rows.ofRemark(remark.discussionId, remark.number);
    const t = translator(language);
    const { reasons } = profileById(remark.profileId).decisions;
    const decided = answered?.row?.points.flatMap(({ decision }) => decision ?? []) ?? [];
    return decided.map(({ outcome, reasonCode, ground }) => ({
      outcome: t(outcome === 'TAKEN_INTO_ACCOUNT' ? 'outcome.taken-into-account' : 'outcome.not-taken-into-account'),
      reason: reasons.find(({ code }) => code === reasonCode)?.title[language] ?? reasonCode,
      ground: language === 'kk' ? ground.kk : ground.ru,
    }));
  }
}
