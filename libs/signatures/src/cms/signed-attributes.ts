import { createHash } from 'node:crypto';
import { type BaseBlock, ObjectIdentifier, OctetString } from 'asn1js';
import type { SignedAndUnsignedAttributes } from 'pkijs';
import type { Instant } from '#lib/kernel';
import { SignatureRefused } from '../domain/signature-refused.js';
import type { HashName } from './algorithms.js';
import type { SigningCertificate } from './certificate.js';
import { assertNames } from './signing-certificate.js';
import { readTime } from './time.js';

const CONTENT_TYPE = '1.2.840.113549.1.9.3';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const SIGNING_TIME = '1.2.840.113549.1.9.5';
const SIGNING_CERTIFICATE = '1.2.840.113549.1.9.16.2.12';
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47';

/** Attribute type → its value; of a type that has several values, the first. */
export type Attributes = ReadonlyMap<string, BaseBlock>;

/**
 * What the signer signed beside the text. Attributes are demanded: without them the signature of one message may pass for that
 * of another whose text is the encoded attributes.
 * @throws SignatureRefused ATTRIBUTES_WRONG
 */
export function readAttributes(attributes: SignedAndUnsignedAttributes | undefined): Attributes {
  const given = (attributes?.attributes ?? []).map(({ type, values }) => ({ type, values: valuesOf(values) }));
  const read = new Map(given.flatMap(({ type, values: [first] }) => (first ? [[type, first] as const] : [])));
  const isSingle = (type: string) => given.every((one) => one.type !== type || one.values.length === 1);
  if (read.size !== given.length || ![CONTENT_TYPE, MESSAGE_DIGEST, SIGNING_TIME].every(isSingle)) {
    throw new SignatureRefused('ATTRIBUTES_WRONG', 'an attribute is empty or there twice');
  }
  return read;
}

/** pkijs leaves the values of an attribute out when there are none. */
export const valuesOf = (values: unknown): readonly BaseBlock[] => (values as BaseBlock[] | undefined) ?? [];

/**
 * The attributes name this kind of content and this very content.
 * @throws SignatureRefused ATTRIBUTES_WRONG, CONTENT_CHANGED
 */
export function assertDescribe(attributes: Attributes, contentType: string, content: Buffer, hash: HashName): void {
  const type = attributes.get(CONTENT_TYPE);
  const digest = attributes.get(MESSAGE_DIGEST);
  if (!(type instanceof ObjectIdentifier) || !(digest instanceof OctetString)) {
    throw new SignatureRefused('ATTRIBUTES_WRONG', 'contentType or messageDigest is missing');
  }
  if (type.valueBlock.toString() !== contentType) throw new SignatureRefused('ATTRIBUTES_WRONG', 'another contentType');
  const actual = createHash(hash).update(content).digest();
  if (!actual.equals(Buffer.from(digest.valueBlock.valueHexView))) throw new SignatureRefused('CONTENT_CHANGED');
}

/** @throws SignatureRefused CERTIFICATE_SWAPPED when an attribute names another certificate */
export function assertSignedWith(attributes: Attributes, certificate: SigningCertificate): void {
  for (const type of [SIGNING_CERTIFICATE, SIGNING_CERTIFICATE_V2]) {
    const value = attributes.get(type);
    if (value) assertNames(value, certificate, type === SIGNING_CERTIFICATE);
  }
}

/** The signer's own claim; null when there is none. @throws SignatureRefused ATTRIBUTES_WRONG */
export function signingTime(attributes: Attributes): Instant | null {
  const value = attributes.get(SIGNING_TIME);
  if (value === undefined) return null;
  try {
    return readTime(value);
  } catch {
    throw new SignatureRefused('ATTRIBUTES_WRONG', 'signingTime is no time');
  }
}
