import type { SecurityKind } from '#lib/kernel';

const refusals: readonly SecurityKind[] = [
  'sign-in-refused',
  'sign-in-locked',
  'cross-site-refused',
  'access-denied',
  'limited',
];

/** A refusal is a warning; what was allowed is told. */
export const levelOf = (event: SecurityKind): 'info' | 'warn' => (refusals.includes(event) ? 'warn' : 'info');

export interface AnsweredRequest {
  readonly method: string;
  /** The route's pattern. */
  readonly route: string;
  readonly status: number;
  readonly isOfficer: boolean;
  /** An officer's program, known by its token. */
  readonly isProgram: boolean;
  /** Somebody signed in by it. */
  readonly isSignIn: boolean;
  /** The refusal came from the test of where the request came from. */
  readonly isCrossSite: boolean;
  /** It was refused, or asked for a proof, because too much came. */
  readonly isLimited: boolean;
  /** Of a redirect. */
  readonly location?: string | undefined;
}

const signsIn = /\/(sign-in(\/.*)?|session(\/code)?)$/;
/** A provider sends people back by GET; the page they are led to tells how it ended. */
const returns = /\/sign-in\/provider\/return$/;
const toSignIn = /^\/(kk|ru|en)\/sign-in\?/;
/** Our code is to come, for a sign-in or for a confirmation. */
const toCode = /^\/(kk|ru|en)\/(sign-in\/code|officer\/confirm\?.*)$/;
const inVain = /^\/(kk|ru|en)\/(sign-in|officer\/confirm|officer\/account)\?provider=/;
const confirms = /\/(session\/confirmation|officer\/confirm)$/;
const signsReport = /\/(report\/sign|reports\/:id\/signature)$/;
const changesRights = /\/officials\/:[^/]+\/(roles|activity|second-factor\/reset)$/;
/** Whole sheets that only officials get, and the ledger an administrator takes out; what the pages show of one is none. */
const exports = /^\/api\/v1\/discussions\/:id\/sheet$|\/(sheet|audit)\/file$/;
/** Files that only officials get; the files of a published report are for everybody. */
const notPublic = /\/officer\/.*\/(files\/:fileId|file|proofs\/:sha256)$/;

/** What an answered request is to those who watch over security (v5.0.0-16.3.1 to 16.3.3); nothing for most. */
export function securityEventOf(request: AnsweredRequest): SecurityKind | undefined {
  const { method, route, status, isOfficer, isCrossSite, isLimited, location } = request;
  if (isCrossSite) return 'cross-site-refused';
  if (isLimited) return 'limited';
  if (method === 'POST' && (signsIn.test(route) || (isOfficer && confirms.test(route)))) return signInEvent(request);
  if (returns.test(route)) return returnEvent(request);
  const isSentToSignIn = status === 303 && toSignIn.test(location ?? '');
  if (status === 401 || status === 403 || isSentToSignIn) return 'access-denied';
  return doneBy(request);
}

/** What was done, by an official or a program of one. */
function doneBy({ method, route, status, isOfficer, isProgram }: AnsweredRequest): SecurityKind | undefined {
  const isAct = method !== 'GET' && status < 400;
  if (isAct && signsReport.test(route)) return 'report-signed';
  if (isAct && changesRights.test(route)) return 'role-changed';
  if (method === 'GET' && isOfficer && status === 200) {
    if (exports.test(route)) return 'exported';
    if (notPublic.test(route)) return 'not-public-read';
  }
  return isProgram ? 'key-used' : undefined;
}

/** A fault of ours, or of the provider, is nobody's refusal. */
function signInEvent({ route, status, isSignIn, location = '' }: AnsweredRequest): SecurityKind | undefined {
  if (status >= 500) return undefined;
  if (status === 429) return 'sign-in-locked';
  if (isSignIn || (confirms.test(route) && status < 400)) return 'signed-in';
  return status === 202 || toCode.test(location) ? 'code-awaited' : 'sign-in-refused';
}

function returnEvent({ status, location = '' }: AnsweredRequest): SecurityKind | undefined {
  if (status >= 500) return undefined;
  if (status >= 400 || inVain.test(location)) return 'sign-in-refused';
  return toCode.test(location) ? 'code-awaited' : 'signed-in';
}
