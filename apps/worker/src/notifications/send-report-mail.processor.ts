import type { Transaction } from '#lib/database';
import { LetterToSender } from '#lib/discussion';
import type { Processor } from '#lib/jobs';
import { Mailer, reportLetter, sendReportMail } from '#lib/notifications';
import { answersInWords, ReportOf, ReportRowsOf } from '#lib/reports';
import { Injectable } from '@nestjs/common';
import { Links } from './links.js';
import { titleIn } from './title-in.js';

@Injectable()
export class SendReportMailProcessor implements Processor<{ remarkId: string }> {
  readonly job = sendReportMail;

  constructor(
    private readonly letters: LetterToSender,
    private readonly reports: ReportOf,
    private readonly rows: ReportRowsOf,
    private readonly mailer: Mailer,
    private readonly links: Links,
  ) {}

  async process({ remarkId }: { remarkId: string }, tx: Transaction): Promise<void> {
    const facts = await this.letters.facts(tx, remarkId);
    const report = facts && (await this.reports.published(facts.discussionId));
    if (!facts || !report) return;
    const answered = await this.rows.ofRemark(facts.discussionId, facts.number);
    if (!answered || answered.remark.state === 'WITHDRAWN') return;
    const { row } = answered;
    const { to, language, number, discussionId, title } = facts;
    await this.mailer.send(
      reportLetter({
        remarkId,
        to,
        language,
        number,
        draft: titleIn(title, language),
        link: this.links.report(discussionId, language, report.head.erratum?.number ?? null),
        hash: report.dataSha256,
        answers: row ? answersInWords(row, report.head.profile.id, language) : [],
      }),
    );
  }
}
