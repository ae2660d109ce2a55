import type { SessionNow } from '#lib/identity';
import type { Language } from '#lib/kernel';
import { type FormModel, noErrors } from '../../../pages-kit/form-errors.js';
import { pathIn } from '../../../pages-kit/language.js';
import type { PageFacts } from '../../../pages-kit/page-facts.js';
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

/** What waits in the page goes along with its language; a password or a code that was typed does not. */
export const confirmCarried = ({ kept, action }: ConfirmModel): Pick<PageFacts, 'carried'> =>
  kept ? { carried: { id: 'confirm', address: action } } : {};

/** What the page asks for: a password, what the provider says, or only the code that is still to come after it. */
export function confirmModel({ language, session, next, kept, faults = noErrors }: AskedFor): ConfirmModel {
  const action = `/${language}/officer/confirm`;
  const goesOn = pathIn(language, ownPath(next) ?? `/${language}/officer`);
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
    keptAction: kept ? pathIn(language, kept.action) : '',
    kept: kept ? written(kept) : '',
    ...faults,
  };
}
