import { IssuerAndSerialNumber, type SignerInfo } from 'pkijs';
import { SignatureRefused } from '../domain/signature-refused.js';
import { hashOf, schemeOf } from './algorithms.js';
import type { SigningCertificate } from './certificate.js';
import { algorithmName, holds, publicKeyOf } from './public-key.js';
import { assertDescribe, assertSignedWith, type Attributes, readAttributes } from './signed-attributes.js';
import { bytesOf, reading } from './reading.js';
import type { OneSignature } from './signed-data.js';

export interface CheckedSignature {
  readonly certificate: SigningCertificate;
  /** Such as `RSA-PKCS1-SHA256`. */
  readonly algorithm: string;
  readonly attributes: Attributes;
}

/**
 * The signature is over this content and by the key of a certificate in the file. Whether to believe that certificate is another
 * question.
 * @throws SignatureRefused NO_CERTIFICATE, WEAK_ALGORITHM, ALGORITHM_NOT_SUPPORTED, ATTRIBUTES_WRONG, CONTENT_CHANGED,
 *   SIGNATURE_WRONG, CERTIFICATE_SWAPPED
 */
export function checkSignature({ signer, certificates, contentType }: OneSignature, content: Buffer): CheckedSignature {
  const certificate = certificates.find((one) => isOf(signer, one));
  if (certificate === undefined) throw new SignatureRefused('NO_CERTIFICATE');
  const hash = hashOf(signer.digestAlgorithm);
  const scheme = reading('the signature algorithm', () => schemeOf(signer.signatureAlgorithm, hash));
  const key = publicKeyOf(certificate.publicKey);
  const attributes = readAttributes(signer.signedAttrs);
  assertDescribe(attributes, contentType, content, hash);
  const signed = Buffer.from(signer.signedAttrs?.encodedValue ?? new ArrayBuffer(0));
  if (!holds(key, scheme, signed, signatureBytes(signer))) throw new SignatureRefused('SIGNATURE_WRONG');
  assertSignedWith(attributes, certificate);
  return { certificate, algorithm: algorithmName(key, scheme), attributes };
}

export const signatureBytes = ({ signature }: SignerInfo): Buffer => Buffer.from(signature.valueBlock.valueHexView);

/** By the very bytes of issuer and serial number, or by the key identifier (RFC 5652, 5.3). */
function isOf({ sid }: SignerInfo, { issuerDer, serial, extensions }: SigningCertificate): boolean {
  if (sid instanceof IssuerAndSerialNumber) {
    return Buffer.from(sid.issuer.valueBeforeDecode).equals(issuerDer) && bytesOf(sid.serialNumber).equals(serial);
  }
  const identifier = Buffer.from((sid as { valueBlock: { valueHexView: Uint8Array } }).valueBlock.valueHexView);
  return extensions.keyIdentifier?.equals(identifier) ?? false;
}
