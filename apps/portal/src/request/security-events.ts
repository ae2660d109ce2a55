import type { SecurityKind } from '#lib/security-events';

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

const signsIn = /\/(sign-in(\/.*)?|session(\/.*)?)$/;
/** A provider sends people back by GET; the page they are led to tells how it ended. */
const returns = /\/sign-in\/provider\/return$/;
const confirms = /\/session\/confirmation$/;
const signsReport = /\/(report\/sign|reports\/:id\/signature)$/;
const changesRights = /\/officials\/:[^/]+\/(roles|activity|second-factor\/reset)$/;
/** Whole sheets that only officials get. */
const exports = /\/sheet$|\/sheet\/file$|\/intake\/template/;
/** Files that only officials get; the files of a published report are for everybody. */
const notPublic = /\/officer\/.*\/(files\/:fileId|file|proofs\/:sha256)$/;

/** What an answered request is to those who watch over security (v5.0.0-16.3.1 to 16.3.3); nothing for most. */
export function securityEventOf(request: AnsweredRequest): SecurityKind | undefined {
  const { method, route, status, isCrossSite, isLimited, location } = request;
  if (isCrossSite) return 'cross-site-refused';
  if (isLimited) return 'limited';
  if (method === 'POST' && signsIn.test(route)) return signInEvent(request);
  if (returns.test(route)) return returnEvent(request);
  const isSentToSignIn = status === 303 && /^\/(kk|ru|en)\/sign-in\?/.test(location ?? '');
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

function signInEvent({ route, status, isSignIn, location = '' }: AnsweredRequest): SecurityKind {
  if (status === 429) return 'sign-in-locked';
  if (isSignIn || (confirms.test(route) && status < 400)) return 'signed-in';
  return status === 202 || location.endsWith('/sign-in/code') ? 'code-awaited' : 'sign-in-refused';
}

function returnEvent({ status, location = '' }: AnsweredRequest): SecurityKind {
  if (status >= 400 || /[?&]provider=/.test(location)) return 'sign-in-refused';
  return location.endsWith('/sign-in/code') ? 'code-awaited' : 'signed-in';
}
