import { Database } from '#lib/database';
import { type Actor, citizen, type Instant, isId } from '#lib/kernel';
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

/** Whom a signature is shown to: everybody once the report is published, officials of the own body before. */
const SHOWN = `(r.state = 'PUBLISHED' or r.state = 'SIGNED' and p.developer_id = $2)`;

@Injectable()
export class SignatureOf {
  constructor(
    private readonly database: Database,
    private readonly reports: Reports,
  ) {}

  /** Who signed a published report, as what an official did: public. */
  published(reportId: string): Promise<SignatureView | undefined> {
    return this.of(reportId, citizen);
  }

  /** The same; to officials of the own body as soon as it is signed. */
  async of(reportId: string, actor: Actor): Promise<SignatureView | undefined> {
    if (!isId(reportId)) return undefined;
    const [row] = await this.database.query<Omit<SignatureView, 'statement'> & { statement: string }>(
      `select r.signed_at as "signedAt", coalesce(o.name, '') as signer, s.statement, s.certificate, s.file_id as "fileId"
         from report r
         join report_signature s on s.report_id = r.id
         join discussion d on d.id = r.discussion_id
         join procedure p on p.id = d.procedure_id
         left join officer o on o.id = r.signed_by
        where r.id = $1 and ${SHOWN}`,
      [reportId, bodyOf(actor)],
    );
    return row && { ...row, statement: JSON.parse(row.statement) as SignatureView['statement'] };
  }

  /**
   * The exact text that a detached signature is made over: of a version that waits for its signature, and of a signed one as it
   * was kept, for officials of the own body; of a published one for everybody, so that anybody can verify.
   */
  async sheet(reportId: string, actor: Actor): Promise<string | undefined> {
    const report = isId(reportId) ? await this.reports.byId(this.database, reportId) : undefined;
    const isOwn = report !== undefined && bodyOf(actor) === report.developerId;
    if (isOwn && report.state === 'ASSEMBLED') return signingSheet(report);
    if (!report || !(report.state === 'PUBLISHED' || (isOwn && report.state === 'SIGNED'))) return undefined;
    const [kept] = await this.database.query<{ sheet: string }>(
      'select sheet from report_signature where report_id = $1',
      [reportId],
    );
    return kept?.sheet;
  }
}

const bodyOf = (actor: Actor): string | null => (actor.kind === 'officer' ? actor.bodyId : null);
