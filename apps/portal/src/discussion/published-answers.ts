import { DecisionsOf } from '#lib/consideration';
import type { Language } from '#lib/kernel';
import { translator } from '#lib/localisation';
import { ReportOf } from '#lib/reports';
import { profileById } from '#lib/time-limits';
import { Injectable } from '@nestjs/common';

export interface PublishedAnswer {
  readonly outcome: string;
  readonly reason: string;
  readonly ground: string;
}

/** The answer to one remark; nobody sees it before the report is published (REQ-55). */
@Injectable()
export class PublishedAnswers {
  constructor(
    private readonly reports: ReportOf,
    private readonly decisions: DecisionsOf,
  ) {}

  async of(
    remark: { readonly id: string; readonly discussionId: string; readonly profileId: string },
    language: Language,
  ): Promise<PublishedAnswer[]> {
    if (!(await this.reports.published(remark.discussionId))) return [];
    const t = translator(language);
    const { reasons } = profileById(remark.profileId).decisions;
    const decided = await this.decisions.current(remark.id);
    return decided.map(({ outcome, reasonCode, groundKk, groundRu }) => ({
      outcome: t(outcome === 'TAKEN_INTO_ACCOUNT' ? 'outcome.taken-into-account' : 'outcome.not-taken-into-account'),
      reason: reasons.find(({ code }) => code === reasonCode)?.title[language] ?? reasonCode,
      ground: language === 'kk' ? groundKk : groundRu,
    }));
  }
}
