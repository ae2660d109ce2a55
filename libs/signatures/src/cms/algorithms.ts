import { Null } from 'asn1js';
import { AlgorithmIdentifier, RSASSAPSSParams } from 'pkijs';
import { SignatureRefused } from '../domain/signature-refused.js';

export type HashName = 'sha256' | 'sha384' | 'sha512';

/** How bytes are signed; `hash` also fills the mask of RSA-PSS. */
export interface SignatureScheme {
  readonly kind: 'RSA-PKCS1' | 'RSA-PSS' | 'ECDSA';
  readonly hash: HashName;
  /** Bytes; of RSA-PSS alone. */
  readonly saltLength?: number;
}

const hashes: Readonly<Record<string, HashName>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

const schemes: Readonly<Record<string, SignatureScheme>> = {
  '1.2.840.113549.1.1.11': { kind: 'RSA-PKCS1', hash: 'sha256' },
  '1.2.840.113549.1.1.12': { kind: 'RSA-PKCS1', hash: 'sha384' },
  '1.2.840.113549.1.1.13': { kind: 'RSA-PKCS1', hash: 'sha512' },
  '1.2.840.10045.4.3.2': { kind: 'ECDSA', hash: 'sha256' },
  '1.2.840.10045.4.3.3': { kind: 'ECDSA', hash: 'sha384' },
  '1.2.840.10045.4.3.4': { kind: 'ECDSA', hash: 'sha512' },
};

const RSA_ENCRYPTION = '1.2.840.113549.1.1.1';
const RSA_PSS = '1.2.840.113549.1.1.10';
const MGF1 = '1.2.840.113549.1.1.8';

/** MD2, MD4, MD5 and SHA-1, alone, with RSA, with DSA and with ECDSA: collisions can be bought. */
const weak = new Set([
  '1.2.840.113549.2.2',
  '1.2.840.113549.2.4',
  '1.2.840.113549.2.5',
  '1.3.14.3.2.26',
  '1.2.840.113549.1.1.2',
  '1.2.840.113549.1.1.3',
  '1.2.840.113549.1.1.4',
  '1.2.840.113549.1.1.5',
  '1.3.14.3.2.29',
  '1.2.840.10040.4.3',
  '1.2.840.10045.4.1',
]);

/** Kazakhstan's arc of GOST keys, signatures and digests, and Russia's; WebCrypto and OpenSSL know neither. */
export const isGost = (oid: string): boolean => oid.startsWith('1.2.398.3.10.1.') || oid.startsWith('1.2.643.');

/** @throws SignatureRefused WEAK_ALGORITHM, ALGORITHM_NOT_SUPPORTED */
export function hashOf(algorithm: AlgorithmIdentifier): HashName {
  const hash = hashes[algorithm.algorithmId];
  if (hash === undefined || !hasNoParameters(algorithm)) throw unknown(algorithm.algorithmId);
  return hash;
}

/**
 * The scheme an identifier names. `digest` is what the signer digested with: it completes plain `rsaEncryption` and must be the
 * one any other identifier names. Certificates have none.
 * @throws SignatureRefused WEAK_ALGORITHM, ALGORITHM_NOT_SUPPORTED
 */
export function schemeOf(algorithm: AlgorithmIdentifier, digest?: HashName): SignatureScheme {
  const scheme = namedScheme(algorithm, digest);
  if (digest !== undefined && scheme.hash !== digest) {
    throw new SignatureRefused('ALGORITHM_NOT_SUPPORTED', 'the text and its signature are digested differently');
  }
  return scheme;
}

function namedScheme(algorithm: AlgorithmIdentifier, digest: HashName | undefined): SignatureScheme {
  const oid = algorithm.algorithmId;
  if (oid === RSA_PSS) return pssScheme(algorithm);
  const scheme = oid === RSA_ENCRYPTION && digest ? { kind: 'RSA-PKCS1' as const, hash: digest } : schemes[oid];
  if (scheme === undefined || !hasNoParameters(algorithm)) throw unknown(oid);
  return scheme;
}

function pssScheme({ algorithmParams }: AlgorithmIdentifier): SignatureScheme {
  const { hashAlgorithm, maskGenAlgorithm, saltLength, trailerField } = new RSASSAPSSParams(
    algorithmParams === undefined ? {} : { schema: algorithmParams },
  );
  const hash = hashOf(hashAlgorithm);
  const mask = hashOf(new AlgorithmIdentifier({ schema: maskGenAlgorithm.algorithmParams }));
  if (maskGenAlgorithm.algorithmId !== MGF1 || mask !== hash || trailerField !== 1 || saltLength > 512)
    throw unknown(RSA_PSS);
  return { kind: 'RSA-PSS', hash, saltLength };
}

const hasNoParameters = ({ algorithmParams: given }: AlgorithmIdentifier): boolean =>
  given === undefined || (given instanceof Null && given.blockLength === 2);

export function unknown(oid: string): SignatureRefused {
  if (weak.has(oid)) return new SignatureRefused('WEAK_ALGORITHM', oid);
  return new SignatureRefused('ALGORITHM_NOT_SUPPORTED', isGost(oid) ? `GOST ${oid}` : oid);
}
