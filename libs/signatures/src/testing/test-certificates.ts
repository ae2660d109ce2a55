import { createHash, randomBytes } from 'node:crypto';
import {
  BitString,
  Integer,
  ObjectIdentifier,
  OctetString,
  PrintableString,
  Sequence,
  Set as Asn1Set,
  Utf8String,
} from 'asn1js';
import {
  BasicConstraints,
  Certificate,
  Extension,
  ExtKeyUsage,
  PublicKeyInfo,
  RelativeDistinguishedNames,
  Time,
} from 'pkijs';
import { type Instant, instant } from '#lib/kernel';
import { type Padding, signatureIdentifier, signBytes, type TestHash } from './test-algorithms.js';
import { type KeyKind, type KeyPair, testKey } from './test-keys.js';

/** Attribute type → value, from the widest to the narrowest, as certificates write them. */
export type TestName = Readonly<Record<string, string>>;

export interface CertificateSpec {
  readonly subject: TestName;
  /** Without it the certificate is self-signed. */
  readonly issuer?: TestCertificate;
  readonly key?: KeyKind;
  readonly validFrom?: Instant;
  readonly validTo?: Instant;
  readonly isCa?: boolean;
  readonly pathLength?: number;
  /** The first byte of the extension; null for none. */
  readonly keyUsage?: number | null;
  readonly purposes?: readonly string[];
  readonly isPurposeCritical?: boolean;
  readonly hash?: TestHash;
  readonly padding?: Padding;
  readonly extensions?: readonly Extension[];
  /** Takes the place of the real key in the certificate. */
  readonly publicKey?: PublicKeyInfo;
}

export interface TestCertificate {
  readonly certificate: Certificate;
  readonly keys: KeyPair;
  readonly der: Buffer;
  readonly pem: string;
  /** Lower-case hex. */
  readonly sha256: string;
}

const oids: Readonly<Record<string, string>> = {
  CN: '2.5.4.3',
  SERIALNUMBER: '2.5.4.5',
  C: '2.5.4.6',
  L: '2.5.4.7',
  O: '2.5.4.10',
  OU: '2.5.4.11',
};

const START = instant('2016-01-01T00:00:00Z');
const END = instant('2030-01-01T00:00:00Z');

/** Issues a certificate. Unless said otherwise: RSA of 2048 bits, SHA-256, for signing, valid from 2016 to 2030. */
export function issueCertificate(spec: CertificateSpec): TestCertificate {
  const keys = testKey(spec.key ?? 'RSA-2048', JSON.stringify(spec.subject));
  const issuer = spec.issuer ?? { certificate: null, keys };
  const certificate = new Certificate({
    version: 2,
    serialNumber: new Integer({ valueHex: new Uint8Array([0x40, ...randomBytes(15)]).buffer }),
    issuer: issuer.certificate?.subject ?? nameOf(spec.subject),
    subject: nameOf(spec.subject),
    notBefore: new Time({ type: 1, value: new Date(spec.validFrom ?? START) }),
    notAfter: new Time({ type: 1, value: new Date(spec.validTo ?? END) }),
    subjectPublicKeyInfo: spec.publicKey ?? publicKeyInfo(keys),
    extensions: extensionsOf(spec, keys),
  });
  const [hash, padding] = [spec.hash ?? 'sha256', spec.padding ?? 'PKCS1'];
  certificate.signature = signatureIdentifier(issuer.keys.privateKey, hash, padding);
  certificate.signatureAlgorithm = certificate.signature;
  certificate.tbsView = new Uint8Array(certificate.encodeTBS().toBER());
  const valueHex = signBytes(issuer.keys.privateKey, hash, padding, certificate.tbsView);
  certificate.signatureValue = new BitString({ valueHex });
  return fromCertificate(certificate, keys);
}

/** With another signature value or other parts, to be handed out as it is. */
export function fromCertificate(certificate: Certificate, keys: KeyPair): TestCertificate {
  const der = Buffer.from(certificate.toSchema().toBER());
  return {
    certificate: Certificate.fromBER(der),
    keys,
    der,
    pem: `-----BEGIN CERTIFICATE-----\n${der.toString('base64').replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`,
    sha256: createHash('sha256').update(der).digest('hex'),
  };
}

/** One RDN for each attribute, as authorities write them; pkijs alone would put them all in one. */
function nameOf(name: TestName): RelativeDistinguishedNames {
  const value = Object.entries(name).map(([type, text]) => {
    const string =
      /^[\x20-\x7E]*$/.test(text) && type !== 'O'
        ? new PrintableString({ value: text })
        : new Utf8String({ value: text });
    return new Asn1Set({
      value: [new Sequence({ value: [new ObjectIdentifier({ value: oids[type] ?? type }), string] })],
    });
  });
  return RelativeDistinguishedNames.fromBER(new Sequence({ value }).toBER());
}

const publicKeyInfo = ({ publicKey }: KeyPair) =>
  PublicKeyInfo.fromBER(publicKey.export({ type: 'spki', format: 'der' }));

function extensionsOf(spec: CertificateSpec, keys: KeyPair): Extension[] {
  const { isCa = false, pathLength, keyUsage = isCa ? 0x06 : 0xc0, purposes, isPurposeCritical = false } = spec;
  const constraints = new BasicConstraints({
    cA: isCa,
    ...(pathLength === undefined ? {} : { pathLenConstraint: pathLength }),
  });
  const identifier = new OctetString({ valueHex: keyIdentifier(keys) });
  return [
    ...(isCa ? [extension('2.5.29.19', true, constraints.toSchema())] : []),
    ...(keyUsage === null
      ? []
      : [extension('2.5.29.15', true, new BitString({ valueHex: new Uint8Array([keyUsage]).buffer, unusedBits: 1 }))]),
    ...(purposes
      ? [extension('2.5.29.37', isPurposeCritical, new ExtKeyUsage({ keyPurposes: [...purposes] }).toSchema())]
      : []),
    extension('2.5.29.14', false, identifier),
    ...(spec.extensions ?? []),
  ];
}

/** Any extension, also one that nobody understands. */
export const extension = (extnID: string, critical: boolean, value: { toBER(): ArrayBuffer }): Extension =>
  new Extension({ extnID, critical, extnValue: value.toBER() });

export function keyIdentifier({ publicKey }: KeyPair): ArrayBuffer {
  const hash = createHash('sha1')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest();
  return new Uint8Array(hash).buffer;
}
