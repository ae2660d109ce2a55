import type { KeptCertificate, SignatureView } from '#lib/reports';
import { trusts } from '#lib/signatures';
import { ApiProperty } from '@nestjs/swagger';
import { signatureAddress } from './report-addresses.js';

export class StatementResponse {
  @ApiProperty()
  kk: string;

  @ApiProperty()
  ru: string;
}

/** What is shown of a certificate: never the personal number in it. */
export class CertificateResponse {
  @ApiProperty()
  commonName: string;

  @ApiProperty({ description: 'RFC 4514' })
  subject: string;

  @ApiProperty({ description: 'RFC 4514' })
  issuer: string;

  @ApiProperty({ description: 'Hex' })
  serial: string;

  @ApiProperty({ pattern: '^[0-9a-f]{64}$' })
  sha256: string;

  @ApiProperty({ format: 'date-time' })
  validFrom: string;

  @ApiProperty({ format: 'date-time' })
  validTo: string;

  @ApiProperty({ example: 'ECDSA-P-256-SHA256' })
  algorithm: string;

  @ApiProperty({ type: String, nullable: true, format: 'date-time', description: 'By the signer’s own clock' })
  signedAt: string | null;

  @ApiProperty({ type: String, nullable: true, format: 'date-time', description: 'By a trusted time stamp' })
  timestampedAt: string | null;

  @ApiProperty({ enum: trusts, description: 'SELF_DECLARED: nobody vouches for the names' })
  trust: string;

  @ApiProperty({ enum: ['local', 'external'] })
  verifiedBy: string;

  static of(kept: KeptCertificate): CertificateResponse {
    return {
      commonName: kept.commonName,
      subject: kept.subject,
      issuer: kept.issuer,
      serial: kept.certificateSerial,
      sha256: kept.certificateSha256,
      validFrom: kept.validFrom,
      validTo: kept.validTo,
      algorithm: kept.algorithm,
      signedAt: kept.signedAt,
      timestampedAt: kept.timestampedAt,
      trust: kept.trust,
      verifiedBy: kept.verifiedBy,
    };
  }
}

export class SignatureResponse {
  @ApiProperty()
  signer: string;

  @ApiProperty({ format: 'date-time' })
  signedAt: string;

  @ApiProperty({ type: StatementResponse, description: 'As it was shown' })
  statement: StatementResponse;

  @ApiProperty({ type: CertificateResponse, nullable: true, description: 'null without an electronic signature' })
  certificate: CertificateResponse | null;

  @ApiProperty({ description: 'The exact text that was signed' })
  sheetHref: string;

  @ApiProperty({ type: String, nullable: true, description: 'The detached signature (CMS); null without one' })
  fileHref: string | null;

  static of(reportId: string, { signer, signedAt, statement, certificate, fileId }: SignatureView): SignatureResponse {
    const { sheet, file } = signatureAddress(reportId);
    return {
      signer,
      signedAt,
      statement: { kk: statement.kk, ru: statement.ru },
      certificate: certificate && CertificateResponse.of(certificate),
      sheetHref: sheet,
      fileHref: fileId === null ? null : file,
    };
  }
}
