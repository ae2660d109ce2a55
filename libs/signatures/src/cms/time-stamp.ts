import { createHash } from 'node:crypto';
import { type SignerInfo, TSTInfo } from 'pkijs';
import type { Instant } from '#lib/kernel';
import { SignatureRefused } from '../domain/signature-refused.js';
import { hashOf } from './algorithms.js';
import { assertValidAt, type SigningCertificate } from './certificate.js';
import { assertTrusted } from './certificate-chain.js';
import { assertMayStampTime } from './certificate-purpose.js';
import { checkSignature, signatureBytes } from './check-signature.js';
import { bytesOf, childrenOf, readElement, reading } from './reading.js';
import { valuesOf } from './signed-attributes.js';
import { readSignedData } from './signed-data.js';
import { readTime } from './time.js';

const TIME_STAMP_TOKEN = '1.2.840.113549.1.9.16.2.14';
const TIME_STAMP_INFO = '1.2.840.113549.1.9.16.1.4';

/**
 * The time a trusted authority saw this very signature (RFC 3161), or null when there is no stamp or it does not hold. It proves
 * more than is needed, so a bad one takes nothing from a good signature.
 */
export function timeStampOf(signer: SignerInfo, roots: readonly SigningCertificate[]): Instant | null {
  const attributes = (signer.unsignedAttrs?.attributes ?? []).filter(({ type }) => type === TIME_STAMP_TOKEN);
  const [token, another] = attributes.flatMap(({ values }) => valuesOf(values));
  if (token === undefined || another !== undefined) return null;
  try {
    return verifiedTime(bytesOf(token), signatureBytes(signer), roots);
  } catch (error) {
    if (error instanceof SignatureRefused) return null;
    throw error;
  }
}

function verifiedTime(token: Buffer, stamped: Buffer, roots: readonly SigningCertificate[]): Instant {
  const signed = readSignedData(token);
  const { contentType, embedded, certificates } = signed;
  if (contentType !== TIME_STAMP_INFO || embedded === null) throw new SignatureRefused('NOT_CMS', 'no time stamp');
  const { certificate } = checkSignature(signed, embedded);
  const { time, hash, imprint } = reading('a time stamp', () => {
    const info = readElement(embedded, 'a time stamp');
    const { messageImprint } = new TSTInfo({ schema: info });
    return {
      time: readTime(childrenOf(info)[4]),
      hash: hashOf(messageImprint.hashAlgorithm),
      imprint: Buffer.from(messageImprint.hashedMessage.valueBlock.valueHexView),
    };
  });
  if (!createHash(hash).update(stamped).digest().equals(imprint)) throw new SignatureRefused('CONTENT_CHANGED');
  assertMayStampTime(certificate.extensions);
  assertValidAt(certificate, time);
  assertTrusted(certificate, { roots, offered: certificates, at: time });
  return time;
}
