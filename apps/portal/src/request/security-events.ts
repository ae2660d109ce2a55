export const securityEvents = [
  'signed-in',
  'code-awaited',
  'sign-in-refused',
  'sign-in-locked',
  'cross-site-refused',
  'access-denied',
  'report-signed',
  'not-public-read',
] as const;
export type SecurityEvent = (typeof securityEvents)[number];

const allowed: readonly SecurityEvent[] = ['signed-in', 'code-awaited', 'report-signed', 'not-public-read'];

/** A refusal is a warning; what was allowed is told. */
export const levelOf = (event: SecurityEvent): 'info' | 'warn' => (allowed.includes(event) ? 'info' : 'warn');

export interface AnsweredRequest {
  readonly method: string;
  /** The route's pattern. */
  readonly route: string;
  readonly status: number;
  readonly isOfficer: boolean;
  /** Somebody signed in by it. */
  readonly isSignIn: boolean;
  /** The refusal came from the test of where the request came from. */
  readonly isCrossSite: boolean;
  /** Of a redirect. */
  readonly location?: string | undefined;
}

const signsIn = /\/(sign-in(\/.*)?|session(\/.*)?)$/;
const confirms = /\/session\/confirmation$/;
const signsReport = /\/(report\/sign|reports\/:id\/signature)$/;
/** Files and sheets that only officials get; the files of a published report are for everybody. */
const notPublic = /\/officer\/.*\/(files\/:fileId|file|proofs\/:sha256)$|\/sheet$|\/sheet\/file$/;

/** What an answered request is to those who watch over security (v5.0.0-16.3.1 to 16.3.3); nothing for most. */
export function securityEventOf(request: AnsweredRequest): SecurityEvent | undefined {
  const { method, route, status, isOfficer, isCrossSite, location } = request;
  if (isCrossSite) return 'cross-site-refused';
  const isPost = method === 'POST';
  if (isPost && signsIn.test(route)) return signInEvent(request);
  const isSentToSignIn = status === 303 && /^\/(kk|ru|en)\/sign-in\?/.test(location ?? '');
  if (status === 401 || status === 403 || isSentToSignIn) return 'access-denied';
  if (isPost && signsReport.test(route) && status < 400) return 'report-signed';
  return method === 'GET' && isOfficer && status === 200 && notPublic.test(route) ? 'not-public-read' : undefined;
}

function signInEvent({ route, status, isSignIn, location = '' }: AnsweredRequest): SecurityEvent {
  if (status === 429) return 'sign-in-locked';
  if (isSignIn || (confirms.test(route) && status < 400)) return 'signed-in';
  return status === 202 || location.endsWith('/sign-in/code') ? 'code-awaited' : 'sign-in-refused';
}
