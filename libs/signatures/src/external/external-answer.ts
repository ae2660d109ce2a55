import { instant, isWritableText } from '#lib/kernel';
import { isSignatureFault, SignatureRefused } from '../domain/signature-refused.js';
import type { Signer, VerifiedSignature } from '../domain/verified-signature.js';
import { NoUsableAnswer } from './post-json.js';

type Fields = Readonly<Record<string, unknown>>;

const LONGEST_TEXT = 1000;
const verifiedKeys = [
  'verified',
  'signer',
  'issuer',
  'certificateSerial',
  'validFrom',
  'validTo',
  'algorithm',
  'signedAt',
  'timestampedAt',
  'certificateSha256',
];

/**
 * The answer of an external verifier, taken only in exactly the shape of docs/signature-verifier.md.
 * @throws NoUsableAnswer when it is anything else
 * @throws SignatureRefused for the reason the verifier gives
 */
export function readAnswer(answer: unknown): VerifiedSignature {
  const fields = object(answer, 'the answer');
  if (fields['verified'] === false) throw refusal(fields);
  if (fields['verified'] !== true) throw strange('verified');
  assertKeys(fields, verifiedKeys, 'the answer');
  return {
    signer: signerOf(object(fields['signer'], 'signer')),
    issuer: text(fields, 'issuer'),
    certificateSerial: matching(fields, 'certificateSerial', /^[0-9a-f]{1,40}$/),
    validFrom: time(fields, 'validFrom'),
    validTo: time(fields, 'validTo'),
    algorithm: text(fields, 'algorithm'),
    signedAt: nullable(fields, 'signedAt', time),
    timestampedAt: nullable(fields, 'timestampedAt', time),
    certificateSha256: matching(fields, 'certificateSha256', /^[0-9a-f]{64}$/),
    trust: 'TRUSTED_CHAIN',
    verifiedBy: 'external',
  };
}

function signerOf(fields: Fields): Signer {
  assertKeys(fields, ['subject', 'commonName', 'serialNumber', 'organisation'], 'signer');
  return {
    subject: text(fields, 'subject'),
    commonName: text(fields, 'commonName'),
    serialNumber: nullable(fields, 'serialNumber', text),
    organisation: nullable(fields, 'organisation', text),
  };
}

function refusal(fields: Fields): SignatureRefused {
  assertKeys(fields, ['verified', 'reason'], 'the answer');
  const { reason } = fields;
  if (!isSignatureFault(reason) || reason === 'VERIFIER_UNAVAILABLE') throw strange('reason');
  return new SignatureRefused(reason, 'said by the external verifier');
}

function object(value: unknown, name: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw strange(name);
  return value as Fields;
}

function assertKeys(fields: Fields, keys: readonly string[], name: string): void {
  if (Object.keys(fields).toSorted().join() !== keys.toSorted().join()) throw strange(name);
}

function text(fields: Fields, key: string): string {
  const value = fields[key];
  const isText = typeof value === 'string' && value.trim() !== '' && value.length <= LONGEST_TEXT;
  if (!isText || !isWritableText(value) || /[\p{Cc}\p{Cf}]/u.test(value)) throw strange(key);
  return value;
}

function matching(fields: Fields, key: string, pattern: RegExp): string {
  const value = text(fields, key);
  if (!pattern.test(value)) throw strange(key);
  return value;
}

function time(fields: Fields, key: string) {
  try {
    return instant(text(fields, key));
  } catch {
    throw strange(key);
  }
}

const nullable = <T>(fields: Fields, key: string, read: (fields: Fields, key: string) => T): T | null =>
  fields[key] === null ? null : read(fields, key);

const strange = (what: string) => new NoUsableAnswer(`answered in another shape: ${what}`);
