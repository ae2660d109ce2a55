import type { Instant } from '#lib/kernel';
import { SignatureRefused } from '../domain/signature-refused.js';
import { schemeOf } from './algorithms.js';
import { assertValidAt, type SigningCertificate } from './certificate.js';
import { maySignCertificates, notUnderstood } from './certificate-purpose.js';
import { nameText } from './distinguished-name.js';
import { holds, publicKeyOf } from './public-key.js';

/** Authorities between the signer and a root; and signatures that are tried before the search gives up. */
const LONGEST_PATH = 6;
const MOST_ATTEMPTS = 40;

export interface ChainContext {
  readonly roots: readonly SigningCertificate[];
  /** Certificates from the file: they may lead to a root and are trusted for nothing. */
  readonly offered: readonly SigningCertificate[];
  readonly at: Instant;
}

/**
 * A path from the certificate to one of the roots (RFC 5280, section 6, without policies and name constraints, which are refused
 * where critical): each issuer is an authority, valid at the instant, within its path length, and signed the one below with
 * SHA-2. A root is trusted because it is configured: its own signature is not looked at.
 * @throws SignatureRefused CHAIN_NOT_TRUSTED; WEAK_ALGORITHM, ALGORITHM_NOT_SUPPORTED when that alone stood in the way
 */
export function assertTrusted(certificate: SigningCertificate, context: ChainContext): void {
  const search = new PathSearch(context);
  if (!search.leadsToRoot([certificate])) throw search.refusal();
}

class PathSearch {
  private readonly roots: ReadonlySet<string>;
  private attempts = 0;
  private readonly problems: SignatureRefused[] = [];

  constructor(private readonly context: ChainContext) {
    this.roots = new Set(context.roots.map(({ sha256 }) => sha256));
  }

  /** `path`: the signer first, the certificate looked at last. */
  leadsToRoot(path: readonly [SigningCertificate, ...SigningCertificate[]]): boolean {
    const current = path[path.length - 1] ?? path[0];
    const strange = notUnderstood(current.extensions);
    if (strange.length > 0) return this.blocked(current, `has critical ${strange.join(', ')}`);
    if (this.roots.has(current.sha256)) return true;
    if (path.length > LONGEST_PATH) return this.blocked(current, 'is too far from a root');
    return this.issuersOf(current, path).some(
      (issuer) => this.issued(issuer, path) && this.leadsToRoot([...path, issuer]),
    );
  }

  refusal(): SignatureRefused {
    const told = this.problems.find(isAboutAlgorithm) ?? this.problems[0];
    return told ?? new SignatureRefused('CHAIN_NOT_TRUSTED', 'no issuer of the certificate is known');
  }

  private issuersOf({ issuerDer }: SigningCertificate, path: readonly SigningCertificate[]): SigningCertificate[] {
    const seen = new Set(path.map(({ sha256 }) => sha256));
    return [...this.context.roots, ...this.context.offered].filter(
      ({ sha256, subjectDer }) => subjectDer.equals(issuerDer) && !seen.has(sha256),
    );
  }

  private issued(issuer: SigningCertificate, path: readonly [SigningCertificate, ...SigningCertificate[]]): boolean {
    const below = path[path.length - 1] ?? path[0];
    const { extensions } = issuer;
    const authoritiesBelow = path.slice(1).filter(({ subjectDer, issuerDer }) => !subjectDer.equals(issuerDer)).length;
    if (!maySignCertificates(extensions)) return this.blocked(issuer, 'is no authority');
    if (authoritiesBelow > (extensions.pathLength ?? Infinity))
      return this.blocked(issuer, 'may not have so many below it');
    if (++this.attempts > MOST_ATTEMPTS) return this.blocked(issuer, 'is one of too many certificates');
    try {
      assertValidAt(issuer, this.context.at);
      const { signatureAlgorithm, tbs, signature } = below;
      const isSigned = holds(publicKeyOf(issuer.publicKey), schemeOf(signatureAlgorithm), tbs, signature);
      return isSigned || this.blocked(issuer, 'did not sign the certificate below it');
    } catch (error) {
      if (!(error instanceof SignatureRefused)) throw error;
      if (!isAboutAlgorithm(error)) return this.blocked(issuer, `refused: ${error.message}`);
      this.problems.push(error);
      return false;
    }
  }

  private blocked({ subject }: SigningCertificate, why: string): false {
    this.problems.push(new SignatureRefused('CHAIN_NOT_TRUSTED', `${nameText(subject, ['SERIALNUMBER'])} ${why}`));
    return false;
  }
}

const isAboutAlgorithm = ({ reason }: SignatureRefused) =>
  reason === 'WEAK_ALGORITHM' || reason === 'ALGORITHM_NOT_SUPPORTED';
