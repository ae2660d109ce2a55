import { DomainError } from '#lib/kernel';

/** Why a person came back from the provider in vain. What exactly was wrong with an answer stays in the log. */
export type RefusalReason = 'lapsed' | 'refused' | 'unknown' | 'other-person';

/**
 * `lapsed`: no visit waits, or it was used; `refused`: the provider did not vouch for anybody, or not in a way that can be believed;
 * `unknown`: nobody here is bound to the account, is deactivated, or has no role left; `other-person`: another account than the session's.
 */
export class ProviderRefused extends DomainError {
  constructor(
    readonly reason: RefusalReason,
    options: { cause?: unknown } = {},
  ) {
    super('sign-in-failed', 'the identity provider lets nobody in here', { reason });
    this.cause = options.cause;
  }
}

/** The identity provider does not answer, or not as one. */
export class ProviderUnavailable extends DomainError {
  constructor(cause?: unknown) {
    super('provider-unavailable', 'the identity provider does not answer now');
    this.cause = cause;
  }
}
