import { createPublicKey, constants, type KeyObject, verify } from 'node:crypto';
import { ObjectIdentifier } from 'asn1js';
import { PublicKeyInfo } from 'pkijs';
import { SignatureRefused } from '../domain/signature-refused.js';
import { type SignatureScheme, unknown } from './algorithms.js';
import { readElement, reading } from './reading.js';

export interface PublicKey {
  readonly key: KeyObject;
  /** The kinds of scheme it may verify. */
  readonly fits: readonly SignatureScheme['kind'][];
  /** Of an elliptic key. */
  readonly curve?: string;
}

const RSA = '1.2.840.113549.1.1.1';
const RSA_PSS = '1.2.840.113549.1.1.10';
const ELLIPTIC = '1.2.840.10045.2.1';

/** Curves are taken by name alone: written-out parameters let a forger choose the generator (CVE-2020-0601). */
const curves: Readonly<Record<string, string>> = {
  '1.2.840.10045.3.1.7': 'P-256',
  '1.3.132.0.34': 'P-384',
  '1.3.132.0.35': 'P-521',
};
const shortCurves = new Set(['1.2.840.10045.3.1.1', '1.3.132.0.33', '1.3.132.0.6', '1.3.132.0.8', '1.3.132.0.31']);

const LEAST_RSA_BITS = 2048;

/**
 * The key of a SubjectPublicKeyInfo.
 * @throws SignatureRefused WEAK_ALGORITHM, ALGORITHM_NOT_SUPPORTED, NOT_CMS
 */
export function publicKeyOf(spki: Buffer): PublicKey {
  const { algorithm } = reading('a public key', () => new PublicKeyInfo({ schema: readElement(spki, 'a public key') }));
  switch (algorithm.algorithmId) {
    case RSA:
      return { key: strongRsa(spki), fits: ['RSA-PKCS1', 'RSA-PSS'] };
    case RSA_PSS:
      return { key: strongRsa(spki), fits: ['RSA-PSS'] };
    case ELLIPTIC:
      return { key: keyObject(spki), fits: ['ECDSA'], curve: curveOf(algorithm.algorithmParams) };
    default:
      throw unknown(algorithm.algorithmId);
  }
}

/** @throws SignatureRefused when the key is of another kind than the scheme */
export function holds(key: PublicKey, scheme: SignatureScheme, data: Buffer, signature: Buffer): boolean {
  if (!key.fits.includes(scheme.kind)) throw new SignatureRefused('SIGNATURE_WRONG', 'made by another kind of key');
  const { saltLength } = scheme;
  const padding = scheme.kind === 'RSA-PSS' ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength } : {};
  try {
    return verify(scheme.hash, data, { key: key.key, dsaEncoding: 'der', ...padding }, signature);
  } catch {
    return false; // OpenSSL could not even read it
  }
}

/** `RSA-PSS-SHA256`, `ECDSA-P-256-SHA256`. */
export const algorithmName = (key: PublicKey, { kind, hash }: SignatureScheme): string =>
  [kind, ...(key.curve ? [key.curve] : []), hash.toUpperCase()].join('-');

const keyObject = (spki: Buffer): KeyObject =>
  reading('a public key', () => createPublicKey({ key: spki, format: 'der', type: 'spki' }));

function strongRsa(spki: Buffer): KeyObject {
  const key = keyObject(spki);
  const { modulusLength = 0, publicExponent = 0n } = key.asymmetricKeyDetails ?? {};
  if (modulusLength < LEAST_RSA_BITS)
    throw new SignatureRefused('WEAK_ALGORITHM', `an RSA key of ${modulusLength} bits`);
  if (publicExponent < 3n) throw new SignatureRefused('WEAK_ALGORITHM', 'an RSA key with exponent 1');
  return key;
}

function curveOf(parameters: unknown): string {
  if (!(parameters instanceof ObjectIdentifier)) throw unknown('an elliptic key with written-out parameters');
  const oid = parameters.valueBlock.toString();
  if (shortCurves.has(oid)) throw new SignatureRefused('WEAK_ALGORITHM', oid);
  const curve = curves[oid];
  if (curve === undefined) throw unknown(oid);
  return curve;
}
