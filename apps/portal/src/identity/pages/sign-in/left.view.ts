import type { PageAnswer } from '../../../pages-kit/answer.js';
import { view } from '../../../pages-kit/view.js';
import type { PageVisit } from '../../../pages-kit/visit.js';

interface LeftModel {
  readonly heading: string;
  readonly lead: string;
  /** Where the session of the provider is ended. */
  readonly href: string;
  readonly text: string;
}

/**
 * Nobody is here any more; the page goes on by itself to the provider that opened the way. A form may lead to no other site (its policy
 * says so), a page may.
 */
const leftView = view<LeftModel>('identity/left');

/** On to the provider, whose session is ended at this address. */
export function leftAnswer(
  visit: PageVisit,
  { heading, provider = '', address }: { readonly heading: string; readonly provider?: string; readonly address: URL },
): PageAnswer {
  const { t } = visit;
  const words = { lead: t('provider.left-lead', { provider }), text: t('provider.leave', { provider }) };
  return visit.show(leftView, { heading, href: address.href, ...words }, { title: heading });
}
