import { readFileSync } from 'node:fs';
import { SignatureRefused } from '../domain/signature-refused.js';
import { readCertificate, type SigningCertificate } from './certificate.js';
import { readElement } from './reading.js';

const BLOCK = /-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----/g;

/**
 * The certificates of a PEM file that are trusted to vouch for signers; a GOST root may be among them.
 * @throws Error naming the file when it cannot be read, has no certificate or a damaged one
 */
export function readTrustedRoots(path: string): readonly SigningCertificate[] {
  const roots = trustedRootsIn(readFileSync(path, 'latin1'), path);
  if (roots.length === 0) throw new Error(`${path} has no certificate in PEM form`);
  return roots;
}

/** The certificates of a PEM text. `name` is what an error calls it. */
export function trustedRootsIn(pem: string, name: string): readonly SigningCertificate[] {
  return [...pem.matchAll(BLOCK)].map(([, base64 = ''], index) => {
    try {
      return readCertificate(readElement(Buffer.from(base64, 'base64'), 'a certificate'));
    } catch (error) {
      if (!(error instanceof SignatureRefused)) throw error;
      throw new Error(`${name}: certificate ${index + 1} is damaged`, { cause: error });
    }
  });
}
