import { Database } from '#lib/database';
import { requireRole } from '#lib/identity';
import { type Actor, CLOCK, type Clock, isId } from '#lib/kernel';
import { SignatureVerifier } from '#lib/signatures';
import { Inject, Injectable } from '@nestjs/common';
import { ReportNotFound } from '../domain/errors.js';
import { Reports } from '../persistence/reports.repository.js';
import { signingSheet } from '../signing-sheet.js';
import { SignReport, type SignReportInput } from './sign-report.js';

export interface SignReportElectronicallyInput extends Omit<SignReportInput, 'electronic'> {
  /** Detached CMS over the signing sheet: DER, PEM or Base64, 1 MiB at most. */
  readonly cms: Buffer;
}

@Injectable()
export class SignReportElectronically {
  constructor(
    private readonly database: Database,
    private readonly reports: Reports,
    private readonly verifier: SignatureVerifier,
    private readonly signReport: SignReport,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Signs with a detached electronic signature over the signing sheet (`SignatureOf.sheet`). It is verified outside the transaction,
   * since an external verifier may take its time; the report must still be the one the sheet names when it is frozen.
   * @throws SignatureRefused; DomainError `signature-verifier-unavailable`; otherwise as `SignReport`
   */
  async execute({ cms, ...input }: SignReportElectronicallyInput, actor: Actor): Promise<{ hash: string }> {
    const report = isId(input.reportId) ? await this.reports.byId(this.database, input.reportId) : undefined;
    if (!report || actor.kind !== 'officer' || actor.bodyId !== report.developerId) {
      throw new ReportNotFound({ reportId: input.reportId });
    }
    requireRole(actor, 'signer');
    const sheet = signingSheet(report);
    const verified = await this.verifier.verify(Buffer.from(sheet, 'utf8'), cms, this.clock.now());
    return this.signReport.execute({ ...input, electronic: { sheet, cms, verified } }, actor);
  }
}
