import { type Instant, plusMilliseconds } from '#lib/kernel';
import { type CertificateSpec, issueCertificate, type TestCertificate } from './test-certificates.js';
import type { KeyKind } from './test-keys.js';

const YEAR = 365 * 24 * 3600 * 1000;

export interface TestPki {
  readonly root: TestCertificate;
  readonly intermediate: TestCertificate;
  /** An official with an IIN and Kazakh letters in the name; by the intermediate. */
  readonly official: TestCertificate;
  /** Text of a file of trusted roots: the root alone. */
  readonly rootsPem: string;
  /** Another certificate by the intermediate, like the official's but for what is said. */
  issue(spec?: Partial<CertificateSpec>): TestCertificate;
}

export const officialName = {
  C: 'KZ',
  O: 'Қазақстан Республикасының Әділет министрлігі',
  SERIALNUMBER: 'IIN900101300123',
  CN: 'ӘБДІҒАЛИҚЫЗЫ ҚҰРАЛАЙ',
};

/** A root, an authority below it and an official, all valid for years around the instant and made in this process. */
export function makeTestPki(at: Instant, key: KeyKind = 'P-256'): TestPki {
  const term = { validFrom: plusMilliseconds(at, -2 * YEAR), validTo: plusMilliseconds(at, 2 * YEAR) };
  const root = issueCertificate({
    subject: { C: 'KZ', CN: 'Сынақ түбір куәландырушы орталығы' },
    isCa: true,
    key,
    ...term,
  });
  const intermediate = issueCertificate({
    subject: { C: 'KZ', CN: 'Сынақ куәландырушы орталық' },
    issuer: root,
    isCa: true,
    pathLength: 0,
    key,
    ...term,
  });
  const issue = (spec: Partial<CertificateSpec> = {}) =>
    issueCertificate({ subject: officialName, issuer: intermediate, key, ...term, ...spec });
  return { root, intermediate, official: issue(), rootsPem: root.pem, issue };
}
