import type { Transaction } from '#lib/database';
import { StoredFiles } from '#lib/files';
import { canonicalJson } from '#lib/kernel';
import type { VerifiedSignature } from '#lib/signatures';
import { Injectable } from '@nestjs/common';
import { signingSheet, statementOf } from '../signing-sheet.js';
import type { StoredReport } from './reports.repository.js';

/** A detached electronic signature over the signing sheet, and what was found when it was verified. */
export interface ElectronicSignature {
  /** The text it was verified over. */
  readonly sheet: string;
  /** The CMS file as it was uploaded. */
  readonly cms: Buffer;
  readonly verified: VerifiedSignature;
}

/** What is kept and shown of a certificate: never the personal number (IIN) in it. */
export type KeptCertificate = Omit<VerifiedSignature, 'signer'> & {
  readonly subject: string;
  readonly commonName: string;
};

@Injectable()
export class ReportSignatures {
  constructor(private readonly files: StoredFiles) {}

  /** The statement and the sheet as they were shown, and the electronic signature where there is one. */
  async keep(tx: Transaction, report: StoredReport, electronic: ElectronicSignature | null): Promise<void> {
    const file = electronic && (await this.store(tx, report, electronic.cms));
    await tx.query(
      'insert into report_signature (report_id, statement, sheet, file_id, certificate) values ($1, $2, $3, $4, $5::jsonb)',
      [
        report.id,
        canonicalJson(statementOf()),
        signingSheet(report),
        file?.id ?? null,
        electronic && JSON.stringify(certificateOf(electronic.verified)),
      ],
    );
  }

  private async store(tx: Transaction, { version }: StoredReport, content: Buffer): Promise<{ id: string }> {
    const name = `report-v${version}.p7s`;
    const file = await this.files.put(tx, {
      purpose: 'SIGNATURE',
      name,
      mediaType: 'application/pkcs7-signature',
      content,
    });
    await this.files.claim(tx, [file.id], 'SIGNATURE');
    return file;
  }
}

function certificateOf({ signer, ...facts }: VerifiedSignature): KeptCertificate {
  return { ...facts, subject: signer.subject, commonName: signer.commonName };
}
