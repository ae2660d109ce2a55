import type { SecurityKind } from '#lib/security-events';

export interface AnsweredRequest {
  readonly method: string;
  /** The route's pattern. */
  readonly route: string;
  readonly status: number;
  readonly isOfficer: boolean;
  /** An officer's program, known by its token. */
  readonly isProgram: boolean;
  /** The refusal came from the test of where the request came from. */
  readonly isCrossSite: boolean;
  /** It was refused, or asked for a proof, because too much came. */
  readonly isLimited: boolean;
  /** Of a redirect. */
  readonly location?: string | undefined;
}

const signsIn = /\/(sign-in(\/.*)?|session(\/.*)?)$/;
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
  if (method === 'POST' && signsIn.test(route)) {
    if (status === 429) return 'sign-in-locked';
    return status < 400 ? 'signed-in' : 'sign-in-refused';
  }
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
