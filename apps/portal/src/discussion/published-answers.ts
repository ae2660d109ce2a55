import type { Language } from '#lib/kernel';
import { type AnswerInWords, answersInWords, ReportRowsOf } from '#lib/reports';
import { Injectable } from '@nestjs/common';

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
  ): Promise<AnswerInWords[]> {
    const answered = await this.rows.ofRemark(remark.discussionId, remark.number);
    return answered?.row ? answersInWords(answered.row, remark.profileId, language) : [];
  }
}
