import { Database } from '#lib/database';
import { type Actor, type Instant, isId } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { signingSheet } from '../signing-sheet.js';
import type { KeptCertificate } from '../persistence/report-signatures.repository.js';
import { Reports } from '../persistence/reports.repository.js';

export interface SignatureView {
  readonly signedAt: Instant;
  /** The signer's name and the canonical statement that was shown. */
  readonly signer: string;
  readonly statement: { readonly kk: string; readonly ru: string };
  /** Of the detached electronic signature; null when none was made. */
  readonly certificate: KeptCertificate | null;
  /** The CMS file, to be verified by anybody; null without one. */
  readonly fileId: string | null;
}

@Injectable()
export class SignatureOf {
  constructor(
    private readonly database: Database,
    private readonly reports: Reports,
  ) {}

  /** Who signed a published report, as what an official did: public. */
  async published(reportId: string): Promise<SignatureView | undefined> {
    if (!isId(reportId)) return undefined;
    const [row] = await this.database.query<Omit<SignatureView, 'statement'> & { statement: string }>(
      `select r.signed_at as "signedAt", coalesce(o.name, '') as signer, s.statement, s.certificate, s.file_id as "fileId"
         from report r join report_signature s on s.report_id = r.id left join officer o on o.id = r.signed_by
        where r.id = $1 and r.state = 'PUBLISHED'`,
      [reportId],
    );
    return row && { ...row, statement: JSON.parse(row.statement) as SignatureView['statement'] };
  }

  /** The text a detached signature is made over, for officials of the own body; undefined for everybody else. */
  async sheet(reportId: string, actor: Actor): Promise<string | undefined> {
    const report = isId(reportId) ? await this.reports.byId(this.database, reportId) : undefined;
    const isOwn = actor.kind === 'officer' && actor.bodyId === report?.developerId;
    return report && isOwn && report.state === 'ASSEMBLED' ? signingSheet(report) : undefined;
  }
}
