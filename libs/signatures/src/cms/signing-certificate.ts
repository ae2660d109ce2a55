import { createHash } from 'node:crypto';
import { type BaseBlock, OctetString, Sequence } from 'asn1js';
import { AlgorithmIdentifier } from 'pkijs';
import { SignatureRefused } from '../domain/signature-refused.js';
import { hashOf } from './algorithms.js';
import type { SigningCertificate } from './certificate.js';
import { childrenOf, reading } from './reading.js';

/**
 * CAdES binds the signature to one certificate by its hash (RFC 5035), so that another one for the same key cannot take its
 * place. `value` is a SigningCertificateV2, or the older SigningCertificate when `isFirstVersion`; its SHA-1 names a certificate
 * that the chain vouches for anyway.
 * @throws SignatureRefused CERTIFICATE_SWAPPED, WEAK_ALGORITHM, ALGORITHM_NOT_SUPPORTED, NOT_CMS
 */
export function assertNames(value: BaseBlock, certificate: SigningCertificate, isFirstVersion: boolean): void {
  const named = reading('the name of the signing certificate', () => {
    const [first] = childrenOf(childrenOf(value)[0]);
    const parts = childrenOf(first);
    const hash = parts.find((part): part is OctetString => part instanceof OctetString);
    if (hash === undefined) throw new TypeError('no hash');
    const algorithm =
      !isFirstVersion && parts[0] instanceof Sequence ? new AlgorithmIdentifier({ schema: parts[0] }) : null;
    return { algorithm, hash: Buffer.from(hash.valueBlock.valueHexView) };
  });
  const hashName = isFirstVersion ? 'sha1' : named.algorithm ? hashOf(named.algorithm) : 'sha256';
  if (!createHash(hashName).update(certificate.der).digest().equals(named.hash)) {
    throw new SignatureRefused('CERTIFICATE_SWAPPED');
  }
}
