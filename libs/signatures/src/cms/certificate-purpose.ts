import { SignatureRefused } from '../domain/signature-refused.js';
import { type CertificateExtensions, EXTENDED_KEY_USAGE } from './certificate.js';

const DIGITAL_SIGNATURE = 0x80;
const NON_REPUDIATION = 0x40;
const KEY_CERT_SIGN = 0x04;

const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';
/** anyExtendedKeyUsage, e-mail protection (the NCA's mark of a signing key), document signing by RFC 9336 and by Microsoft. */
const forSigning = new Set(['2.5.29.37.0', '1.3.6.1.5.5.7.3.4', '1.3.6.1.5.5.7.3.36', '1.3.6.1.4.1.311.10.3.12']);
/** TLS server and client (the NCA's keys for signing in), code signing, time stamping, OCSP. */
const forSomethingElse = new Set([
  '1.3.6.1.5.5.7.3.1',
  '1.3.6.1.5.5.7.3.2',
  '1.3.6.1.5.5.7.3.3',
  TIME_STAMPING,
  '1.3.6.1.5.5.7.3.9',
]);

/** keyUsage, basicConstraints, extKeyUsage, subjectAltName, certificatePolicies: understood, or of no effect here. */
const understood = new Set(['2.5.29.15', '2.5.29.19', EXTENDED_KEY_USAGE, '2.5.29.17', '2.5.29.32']);

/** Purposes of a national arc (who the holder is) say nothing about the use, so they neither allow nor forbid. */
export function assertMaySignActs({ keyUsage, purposes }: CertificateExtensions): void {
  assertSigns(keyUsage);
  if (purposes === null || purposes.some((purpose) => forSigning.has(purpose))) return;
  if (purposes.some((purpose) => forSomethingElse.has(purpose))) throw wrong(`only for ${purposes.join(', ')}`);
}

/** RFC 3161, 2.3: time stamping and nothing else, critical. */
export function assertMayStampTime({ keyUsage, purposes, critical }: CertificateExtensions): void {
  assertSigns(keyUsage);
  const isForTime = purposes?.length === 1 && purposes[0] === TIME_STAMPING && critical.includes(EXTENDED_KEY_USAGE);
  if (!isForTime) throw wrong('not for time stamps');
}

export const maySignCertificates = ({ isCa, keyUsage }: CertificateExtensions): boolean =>
  isCa && (keyUsage === null || (keyUsage & KEY_CERT_SIGN) !== 0);

/** Critical extensions that nobody here understands: the certificate must then be refused (RFC 5280, 4.2). */
export const notUnderstood = ({ critical }: CertificateExtensions): readonly string[] =>
  critical.filter((oid) => !understood.has(oid));

function assertSigns(keyUsage: number | null): void {
  const isForSigning = keyUsage === null || (keyUsage & (DIGITAL_SIGNATURE | NON_REPUDIATION)) !== 0;
  if (!isForSigning) throw wrong('neither digitalSignature nor nonRepudiation');
}

const wrong = (detail: string) => new SignatureRefused('KEY_USAGE_WRONG', detail);
