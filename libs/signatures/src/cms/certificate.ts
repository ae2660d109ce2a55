import { createHash } from 'node:crypto';
import { type BaseBlock, BitString, Integer, OctetString } from 'asn1js';
import { type AlgorithmIdentifier, BasicConstraints, Certificate, type Extension, ExtKeyUsage } from 'pkijs';
import type { Instant } from '#lib/kernel';
import { SignatureRefused } from '../domain/signature-refused.js';
import { type DistinguishedName, readName } from './distinguished-name.js';
import { bytesOf, childrenOf, readElement, reading } from './reading.js';
import { readTime } from './time.js';

/** An X.509 certificate as far as a signature needs it; every part from the bytes as they were read, nothing encoded anew. */
export interface SigningCertificate {
  readonly der: Buffer;
  /** Lower-case hex. */
  readonly sha256: string;
  readonly tbs: Buffer;
  /** DER of the INTEGER. */
  readonly serial: Buffer;
  readonly subjectDer: Buffer;
  readonly subject: DistinguishedName;
  readonly issuerDer: Buffer;
  readonly issuer: DistinguishedName;
  readonly validFrom: Instant;
  readonly validTo: Instant;
  /** SubjectPublicKeyInfo. */
  readonly publicKey: Buffer;
  readonly signatureAlgorithm: AlgorithmIdentifier;
  readonly signature: Buffer;
  readonly extensions: CertificateExtensions;
}

export interface CertificateExtensions {
  readonly isCa: boolean;
  /** How many authorities may stand below this one; null for any number. */
  readonly pathLength: number | null;
  /** The first byte of keyUsage (0x80 digitalSignature … 0x04 keyCertSign), null when the certificate does not limit it. */
  readonly keyUsage: number | null;
  /** OIDs of extKeyUsage, null when the certificate does not limit it. */
  readonly purposes: readonly string[] | null;
  readonly keyIdentifier: Buffer | null;
  /** OIDs of the extensions whoever does not understand them must refuse. */
  readonly critical: readonly string[];
}

const BASIC_CONSTRAINTS = '2.5.29.19';
const KEY_USAGE = '2.5.29.15';
export const EXTENDED_KEY_USAGE = '2.5.29.37';
const SUBJECT_KEY_IDENTIFIER = '2.5.29.14';

/** Bytes of its DER; the standard allows 20 for the number (RFC 5280, 4.1.2.2). */
const LONGEST_SERIAL = 40;

/** @throws SignatureRefused NOT_CMS */
export function readCertificate(element: BaseBlock): SigningCertificate {
  return reading('a certificate', () => {
    const [tbs, algorithm] = childrenOf(element);
    const [serial, inner, issuer, term, subject, publicKey] = childrenOf(tbs).filter(
      ({ idBlock }) => idBlock.tagClass === 1,
    );
    const [validFrom, validTo] = childrenOf(term).map(readTime);
    if (!tbs || !algorithm || !serial || !inner || !issuer || !validFrom || !validTo || !subject || !publicKey) {
      throw new TypeError('parts are missing');
    }
    if (serial.blockLength > LONGEST_SERIAL) throw new TypeError('the serial number is too long');
    if (!bytesOf(inner).equals(bytesOf(algorithm))) throw new TypeError('two signature algorithms');
    const certificate = new Certificate({ schema: element });
    const der = bytesOf(element);
    return {
      der,
      sha256: createHash('sha256').update(der).digest('hex'),
      tbs: bytesOf(tbs),
      serial: bytesOf(serial),
      subjectDer: bytesOf(subject),
      subject: readName(subject),
      issuerDer: bytesOf(issuer),
      issuer: readName(issuer),
      validFrom,
      validTo,
      publicKey: bytesOf(publicKey),
      signatureAlgorithm: certificate.signatureAlgorithm,
      signature: wholeBytes(certificate.signatureValue),
      extensions: readExtensions(certificate),
    };
  });
}

/** The serial number as lower-case hex, without the zero byte of its sign. */
export const serialText = (certificate: SigningCertificate): string =>
  certificate.serial
    .subarray(2)
    .toString('hex')
    .replace(/^00(?=.)/, '');

function readExtensions({ extensions = [] }: Certificate): CertificateExtensions {
  if (new Set(extensions.map(({ extnID }) => extnID)).size !== extensions.length)
    throw new TypeError('one is there twice');
  const constraints = valueIn(extensions, BASIC_CONSTRAINTS, (schema) => new BasicConstraints({ schema }));
  const usage = valueIn(extensions, KEY_USAGE, (value) => valueBytes(value, BitString));
  return {
    isCa: constraints?.cA ?? false,
    pathLength: pathLengthOf(constraints?.pathLenConstraint),
    keyUsage: usage === null ? null : (usage[0] ?? 0),
    purposes: valueIn(extensions, EXTENDED_KEY_USAGE, (schema) => new ExtKeyUsage({ schema }))?.keyPurposes ?? null,
    keyIdentifier: valueIn(extensions, SUBJECT_KEY_IDENTIFIER, (value) => valueBytes(value, OctetString)),
    critical: extensions.filter(({ critical }) => critical).map(({ extnID }) => extnID),
  };
}

/**
 * Null when the extension is absent; one that is there and cannot be read must not pass for absent. Read from its bytes, not by
 * `parsedValue`, which would also take apart whatever the octets inside look like.
 */
function valueIn<T>(extensions: readonly Extension[], oid: string, read: (value: BaseBlock) => T): T | null {
  const extension = extensions.find(({ extnID }) => extnID === oid);
  if (extension === undefined) return null;
  return read(readElement(Buffer.from(extension.extnValue.valueBlock.valueHexView), `extension ${oid}`));
}

function valueBytes(value: BaseBlock, type: typeof BitString | typeof OctetString): Buffer {
  if (!(value instanceof type)) throw new TypeError('an extension is something else');
  return Buffer.from(value.valueBlock.valueHexView);
}

function pathLengthOf(length: number | Integer | undefined): number | null {
  if (length === undefined) return null;
  if (typeof length !== 'number' || length < 0) throw new TypeError('no length of a path');
  return length;
}

function wholeBytes(bits: BitString): Buffer {
  if (bits.valueBlock.unusedBits !== 0) throw new TypeError('a signature of odd bits');
  return Buffer.from(bits.valueBlock.valueHexView);
}

/** @throws SignatureRefused CERTIFICATE_NOT_YET_VALID, CERTIFICATE_EXPIRED */
export function assertValidAt(
  { validFrom, validTo }: Pick<SigningCertificate, 'validFrom' | 'validTo'>,
  at: Instant,
): void {
  if (at < validFrom) throw new SignatureRefused('CERTIFICATE_NOT_YET_VALID', `valid from ${validFrom}`);
  if (at > validTo) throw new SignatureRefused('CERTIFICATE_EXPIRED', `valid to ${validTo}`);
}
