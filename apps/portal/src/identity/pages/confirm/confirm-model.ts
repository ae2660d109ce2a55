import type { SessionNow } from '#lib/identity';
import type { Language } from '#lib/kernel';
import { type FormModel, noErrors } from '../../../pages-kit/form-errors.js';
import type { ConfirmModel } from './confirm.view.js';
import { type KeptForm, ownPath, written } from './kept-form.js';

interface AskedFor {
  readonly language: Language;
  readonly session: Pick<SessionNow, 'issuer' | 'asksCode' | 'isProved'> | undefined;
  /** A page to go on to. */
  readonly next: unknown;
  readonly kept?: KeptForm | undefined;
  readonly faults?: FormModel;
}

/** What the page asks for: a password, what the provider says, or only the code that is still to come after it. */
export function confirmModel({ language, session, next, kept, faults = noErrors }: AskedFor): ConfirmModel {
  const action = `/${language}/officer/confirm`;
  const goesOn = ownPath(next) ?? `/${language}/officer`;
  const isByProvider = session !== undefined && session.issuer !== null;
  const isProved = session?.isProved === true;
  // What waits in this page stays in it: the provider is visited beside it, and its page says when to come back.
  const returnsTo = kept ? `${action}?done=1` : goesOn;
  return {
    action,
    asksPassword: !isByProvider,
    asksCode: session?.asksCode === true && (!isByProvider || isProved),
    providerHref: isByProvider && !isProved ? `${action}/provider?next=${encodeURIComponent(returnsTo)}` : null,
    next: goesOn,
    keptAction: kept?.action ?? '',
    kept: kept ? written(kept) : '',
    ...faults,
  };
}
