import type { SignatureView } from '#lib/reports';
import { codeRow, row, type SummaryRow } from '../../pages-kit/summary-row.js';
import type { PageVisit } from '../../pages-kit/visit.js';
import { signatureAddress } from '../api/report-addresses.js';

/** A signature as its readers see it, with what they need to verify it themselves. */
export interface SignatureWords {
  readonly facts: readonly SummaryRow[];
  readonly statements: readonly Statement[];
  /** Of the electronic signature; empty without one. */
  readonly certificate: readonly SummaryRow[];
  /** Who vouches for the names; null without an electronic signature. */
  readonly trust: { readonly text: string; readonly isTrusted: boolean } | null;
  readonly sheetHref: string;
  readonly fileHref: string | null;
}

export interface Statement {
  readonly language: 'kk' | 'ru';
  readonly text: string;
}

export function signatureWords(
  reportId: string,
  { signer, signedAt, statement, certificate, fileId }: SignatureView,
  zone: string,
  visit: PageVisit,
): SignatureWords {
  const { t } = visit;
  const addresses = signatureAddress(reportId);
  return {
    facts: [
      ...(signer ? [row(t('signing.signer'), signer)] : []),
      row(t('report.signed-at'), visit.when(signedAt, zone)),
    ],
    statements: statementsOf(statement, visit),
    certificate: certificate ? certificateRows(certificate, zone, visit) : [],
    trust: certificate && {
      text: t(`signature.trust.${certificate.trust}`),
      isTrusted: certificate.trust === 'TRUSTED_CHAIN',
    },
    sheetHref: addresses.sheet,
    fileHref: fileId === null ? null : addresses.file,
  };
}

/** Both texts that are signed; the one in the language of the page first. */
export const statementsOf = ({ kk, ru }: SignatureView['statement'], { language }: PageVisit): Statement[] => {
  const both: Statement[] = [
    { language: 'kk', text: kk },
    { language: 'ru', text: ru },
  ];
  return language === 'ru' ? both.toReversed() : both;
};

function certificateRows(
  certificate: NonNullable<SignatureView['certificate']>,
  zone: string,
  visit: PageVisit,
): SummaryRow[] {
  const { t } = visit;
  const { commonName, subject, issuer, validFrom, validTo, timestampedAt, signedAt } = certificate;
  return [
    row(t('signing.certificate-of'), commonName || subject),
    row(t('signing.certificate-subject'), subject),
    row(t('signing.certificate-issuer'), issuer),
    row(t('signing.certificate-from'), visit.when(validFrom, zone)),
    row(t('signing.certificate-to'), visit.when(validTo, zone)),
    codeRow(t('signing.certificate-serial'), certificate.certificateSerial),
    codeRow(t('signing.certificate-hash'), certificate.certificateSha256),
    codeRow(t('signing.algorithm'), certificate.algorithm),
    ...(signedAt ? [row(t('signing.own-clock'), visit.when(signedAt, zone))] : []),
    ...(timestampedAt ? [row(t('signing.time-stamp'), visit.when(timestampedAt, zone))] : []),
    row(t('signing.verified-by'), t(`signing.verified-by.${certificate.verifiedBy}`)),
  ];
}
