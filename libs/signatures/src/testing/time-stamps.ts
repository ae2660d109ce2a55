import { createHash } from 'node:crypto';
import { fromBER, GeneralizedTime, Integer, ObjectIdentifier, OctetString, Sequence } from 'asn1js';
import type { Attribute } from 'pkijs';
import type { Instant } from '#lib/kernel';
import { attribute, cmsOf, signerInfo, standardAttributes } from './sign-detached.js';
import { hashIdentifier, type TestHash } from './test-algorithms.js';
import type { TestCertificate } from './test-certificates.js';

const TIME_STAMP_INFO = '1.2.840.113549.1.9.16.1.4';
const TIME_STAMP_TOKEN = '1.2.840.113549.1.9.16.2.14';

export interface StampSpec {
  readonly authority: TestCertificate;
  readonly certificates: readonly TestCertificate[];
  readonly time: Instant;
  readonly hash?: TestHash;
  /** Stamps something else than the signature it is put on. */
  readonly stamped?: Buffer;
  /** What kind of content the token says it has. */
  readonly contentType?: string;
}

/** An unsigned attribute with an RFC 3161 token; to be handed to `signDetached` as `unsigned`. */
export const timeStamp =
  ({ authority, certificates, time, hash = 'sha256', stamped, contentType = TIME_STAMP_INFO }: StampSpec) =>
  (signature: Buffer): Attribute[] => {
    const info = stampInfo(stamped ?? signature, time, hash);
    const options = { contentType, embedded: info };
    const attributes = standardAttributes(info, options);
    const token = cmsOf([signerInfo(info, authority, { ...options, attributes })], certificates, options);
    return [attribute(TIME_STAMP_TOKEN, fromBER(token).result)];
  };

function stampInfo(stamped: Buffer, time: Instant, hash: TestHash): Buffer {
  const digest = createHash(hash).update(stamped).digest();
  const imprint = [hashIdentifier(hash).toSchema(), new OctetString({ valueHex: new Uint8Array(digest).buffer })];
  const value = [
    new Integer({ value: 1 }),
    new ObjectIdentifier({ value: '1.2.398.3.3.2.6' }),
    new Sequence({ value: imprint }),
    new Integer({ value: 7 }),
    new GeneralizedTime({ valueDate: new Date(time) }),
  ];
  return Buffer.from(new Sequence({ value }).toBER());
}
