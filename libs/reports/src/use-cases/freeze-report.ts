import type { Transaction } from '#lib/database';
import { DraftVersions, Procedures } from '#lib/drafting';
import type { Instant } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { Errata } from '../persistence/errata.repository.js';
import { type ElectronicSignature, ReportSignatures } from '../persistence/report-signatures.repository.js';
import { Reports, type StoredReport } from '../persistence/reports.repository.js';

export interface Signing {
  /** Id of the official. */
  readonly signer: string;
  readonly at: Instant;
  readonly electronic: ElectronicSignature | null;
}

@Injectable()
export class FreezeReport {
  constructor(
    private readonly reports: Reports,
    private readonly signatures: ReportSignatures,
    private readonly errata: Errata,
    private readonly drafts: DraftVersions,
    private readonly procedures: Procedures,
  ) {}

  /** From here on nothing of it changes, nor what it reports on. */
  async within(tx: Transaction, report: StoredReport, { signer, at, electronic }: Signing): Promise<void> {
    const revised = await this.drafts.latest(tx, report.procedureId);
    if (revised) await this.drafts.freeze(tx, revised.id);
    await this.signatures.keep(tx, report, electronic);
    await this.reports.sign(tx, report.id, signer, at);
    const erratum = await this.errata.open(tx, report.discussionId);
    if (erratum) await this.errata.sign(tx, erratum.id, report.id);
    else await this.procedures.move(tx, report.procedureId, 'CONSIDERED');
  }
}
