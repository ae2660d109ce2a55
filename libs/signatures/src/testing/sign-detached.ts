import { createHash } from 'node:crypto';
import { type BaseBlock, ObjectIdentifier, OctetString, Primitive, UTCTime } from 'asn1js';
import {
  Attribute,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs';
import type { Instant } from '#lib/kernel';
import { hashIdentifier, type Padding, signatureIdentifier, signBytes, type TestHash } from './test-algorithms.js';
import { keyIdentifier, type TestCertificate } from './test-certificates.js';

export interface SigningOptions {
  readonly hash?: TestHash;
  readonly padding?: Padding;
  /** What the signer's clock says; null for no signing-time attribute. */
  readonly signedAt?: Instant | null;
  /** Certificates put in the file; by default the signer's alone. */
  readonly certificates?: readonly TestCertificate[];
  /** Puts this content into the file. */
  readonly embedded?: Buffer;
  readonly contentType?: string;
  /** Names the signer by its key instead of issuer and serial number. */
  readonly isNamedByKey?: boolean;
  /** Other signed attributes; null for none at all. */
  readonly attributes?: readonly Attribute[] | null;
  readonly moreAttributes?: readonly Attribute[];
  /** Makes unsigned attributes of the signature, such as a time stamp. */
  readonly unsigned?: (signature: Buffer) => readonly Attribute[];
}

const DATA = '1.2.840.113549.1.7.1';
const CONTENT_TYPE = '1.2.840.113549.1.9.3';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const SIGNING_TIME = '1.2.840.113549.1.9.5';

/** A detached CMS signature over the content, in DER. */
export function signDetached(content: Buffer, signer: TestCertificate, options: SigningOptions = {}): Buffer {
  return cmsOf([signerInfo(content, signer, options)], options.certificates ?? [signer], options);
}

/** The envelope around signers made by `signerInfo`: none, one, or more. */
export function cmsOf(
  signers: readonly SignerInfo[],
  certificates: readonly TestCertificate[],
  options: SigningOptions = {},
): Buffer {
  const { embedded, contentType = DATA } = options;
  const signed = new SignedData({
    digestAlgorithms: signers.map(({ digestAlgorithm }) => digestAlgorithm),
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: contentType }),
    certificates: certificates.map(({ certificate }) => certificate),
    signerInfos: [...signers],
  });
  if (embedded) signed.encapContentInfo.eContent = new OctetString({ valueHex: new Uint8Array(embedded).buffer });
  const info = new ContentInfo({ contentType: ContentInfo.SIGNED_DATA, content: signed.toSchema(true) });
  return Buffer.from(info.toSchema().toBER());
}

export function signerInfo(content: Buffer, signer: TestCertificate, options: SigningOptions = {}): SignerInfo {
  const { hash = 'sha256', padding = 'PKCS1', isNamedByKey = false } = options;
  const attributes = options.attributes === undefined ? standardAttributes(content, options) : options.attributes;
  const signedAttrs = attributes && attributeSet(0, attributes);
  const signed = signedAttrs ? new Uint8Array(signedAttrs.encodedValue) : content;
  const signature = signBytes(signer.keys.privateKey, hash, padding, signed);
  const unsigned = options.unsigned?.(Buffer.from(signature)) ?? [];
  return new SignerInfo({
    version: isNamedByKey ? 3 : 1,
    sid: isNamedByKey ? byKey(signer) : byName(signer),
    digestAlgorithm: hashIdentifier(hash),
    ...(signedAttrs ? { signedAttrs } : {}),
    signatureAlgorithm: signatureIdentifier(signer.keys.privateKey, hash, padding),
    signature: new OctetString({ valueHex: signature }),
    ...(unsigned.length > 0 ? { unsignedAttrs: attributeSet(1, unsigned) } : {}),
  });
}

export function standardAttributes(content: Buffer, options: SigningOptions = {}): Attribute[] {
  const { hash = 'sha256', contentType = DATA, signedAt = null, moreAttributes = [] } = options;
  const digest = createHash(hash).update(content).digest();
  return [
    attribute(CONTENT_TYPE, new ObjectIdentifier({ value: contentType })),
    attribute(MESSAGE_DIGEST, new OctetString({ valueHex: new Uint8Array(digest).buffer })),
    ...(signedAt === null ? [] : [attribute(SIGNING_TIME, new UTCTime({ valueDate: new Date(signedAt) }))]),
    ...moreAttributes,
  ];
}

export const attribute = (type: string, ...values: readonly object[]): Attribute =>
  new Attribute({ type, values: [...values] });

/** Encoded as DER demands: the members of a SET sorted by their bytes. */
function attributeSet(type: 0 | 1, attributes: readonly Attribute[]): SignedAndUnsignedAttributes {
  const sorted = attributes
    .map((one) => ({ one, bytes: Buffer.from(one.toSchema().toBER()) }))
    .toSorted((a, b) => Buffer.compare(a.bytes, b.bytes))
    .map(({ one }) => one);
  const set = new SignedAndUnsignedAttributes({ type, attributes: sorted });
  const encoded = new Uint8Array(set.toSchema().toBER());
  encoded[0] = 0x31;
  set.encodedValue = encoded.buffer;
  return set;
}

const byName = ({ certificate }: TestCertificate) =>
  new IssuerAndSerialNumber({ issuer: certificate.issuer, serialNumber: certificate.serialNumber });

const byKey = ({ keys }: TestCertificate): BaseBlock =>
  new Primitive({ idBlock: { tagClass: 3, tagNumber: 0 }, valueHex: keyIdentifier(keys) });
