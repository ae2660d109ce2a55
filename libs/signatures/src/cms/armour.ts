import { SignatureRefused } from '../domain/signature-refused.js';

const SEQUENCE = 0x30;
const PEM = /^\s*-----BEGIN (CMS|PKCS7|PKCS #7 SIGNED DATA)-----([A-Za-z0-9+/=\s]+)-----END \1-----\s*$/;
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

/**
 * The DER bytes of an uploaded signature: as they are, in PEM, or in Base64 alone, as NCALayer hands it out.
 * @throws SignatureRefused NOT_CMS
 */
export function derOf(file: Buffer): Buffer {
  if (file[0] === SEQUENCE) return file;
  const text = file.toString('latin1').replace(/^\xEF\xBB\xBF/, '');
  const base64 = (PEM.exec(text)?.[2] ?? text).replace(/\s+/g, '');
  if (!BASE64.test(base64)) throw new SignatureRefused('NOT_CMS', 'neither DER nor PEM nor Base64');
  return Buffer.from(base64, 'base64');
}
