import { type BaseBlock, OctetString, Sequence } from 'asn1js';
import { ContentInfo, IssuerAndSerialNumber, SignedData, type SignerInfo } from 'pkijs';
import { SignatureRefused } from '../domain/signature-refused.js';
import { readCertificate, type SigningCertificate } from './certificate.js';
import { childrenOf, readElement, reading } from './reading.js';

/** A CMS SignedData (RFC 5652) with exactly one signer. */
export interface OneSignature {
  /** OID of what is signed: plain data, or the body of a time stamp. */
  readonly contentType: string;
  /** The content the file itself carries; null when it is detached. */
  readonly embedded: Buffer | null;
  readonly certificates: readonly SigningCertificate[];
  readonly signer: SignerInfo;
}

const MOST_CERTIFICATES = 20;

/** @throws SignatureRefused NOT_CMS, NO_SIGNER, MORE_THAN_ONE_SIGNER */
export function readSignedData(der: Buffer): OneSignature {
  return reading('the CMS', () => {
    const { contentType, content } = new ContentInfo({ schema: readElement(der, 'the CMS') });
    if (contentType !== ContentInfo.SIGNED_DATA)
      throw new SignatureRefused('NOT_CMS', `the CMS is of type ${contentType}`);
    const parts = childrenOf(content as BaseBlock);
    const [certificates, revocations] = [childrenOf(onlyOne(parts, 0)), childrenOf(onlyOne(parts, 1))];
    // pkijs need not see what it is not asked about: certificates are read from their own bytes, revocation lists not at all
    const rest = parts.filter((part) => !isTagged(0)(part) && !isTagged(1)(part));
    const signed = new SignedData({ schema: new Sequence({ value: rest }) });
    const signer = onlySigner(signed.signerInfos);
    assertConsistent(signed, signer, versionBy(certificates, revocations));
    const { eContent, eContentType } = signed.encapContentInfo;
    return { contentType: eContentType, embedded: octets(eContent), certificates: x509In(certificates), signer };
  });
}

const isTagged =
  (number: number) =>
  ({ idBlock }: BaseBlock): boolean =>
    idBlock.tagClass === 3 && idBlock.tagNumber === number;

function onlyOne(parts: readonly BaseBlock[], number: number): BaseBlock | undefined {
  const [part, another] = parts.filter(isTagged(number));
  if (another !== undefined) throw new TypeError('certificates are there twice');
  return part;
}

function onlySigner([signer, ...others]: readonly SignerInfo[]): SignerInfo {
  if (signer === undefined) throw new SignatureRefused('NO_SIGNER');
  if (others.length > 0) throw new SignatureRefused('MORE_THAN_ONE_SIGNER', `${others.length + 1} signers`);
  return signer;
}

/** Certificates of X.509 are plain SEQUENCEs; attribute certificates and others are tagged. */
function x509In(certificates: readonly BaseBlock[]): SigningCertificate[] {
  const plain = certificates.filter(({ idBlock }) => idBlock.tagClass === 1);
  if (plain.length > MOST_CERTIFICATES) throw new SignatureRefused('NOT_CMS', 'too many certificates');
  return plain.map(readCertificate);
}

/** The version that the kinds of certificates and revocation lists ask for (RFC 5652, 5.1). */
function versionBy(certificates: readonly BaseBlock[], revocations: readonly BaseBlock[]): number {
  if ([...certificates.filter(isTagged(3)), ...revocations.filter(isTagged(1))].length > 0) return 5;
  if (certificates.some(isTagged(2))) return 4;
  return certificates.some(isTagged(1)) ? 3 : 1;
}

/** What RFC 5652 derives from the rest: nobody signs these parts, so they must be exactly what they have to be. */
function assertConsistent(signed: SignedData, { sid, version, digestAlgorithm }: SignerInfo, least: number): void {
  const isByName = sid instanceof IssuerAndSerialNumber;
  const isPlain = isByName && signed.encapContentInfo.eContentType === SignedData.ID_DATA;
  const isListed = signed.digestAlgorithms.every(({ algorithmId }) => algorithmId === digestAlgorithm.algorithmId);
  const isOfVersion = version === (isByName ? 1 : 3) && signed.version === Math.max(isPlain ? 1 : 3, least);
  if (!isOfVersion || !isListed) throw new TypeError('contradicts itself');
}

function octets(content: OctetString | undefined): Buffer | null {
  if (content === undefined) return null;
  if (!(content instanceof OctetString)) throw new TypeError('the content is no octets');
  return Buffer.from(content.getValue());
}
