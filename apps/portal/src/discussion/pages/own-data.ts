import type { RemarkOfReceipt } from '#lib/discussion';
import type { PageVisit } from '../../pages-kit/visit.js';

/** What a sender decides about the own data. */
export interface OwnData {
  readonly number: string;
  readonly secret: string;
  /** Null once who sent it is not kept any more. */
  readonly name: {
    readonly text: string;
    readonly action: string;
    readonly value: 'yes' | 'no';
    readonly button: string;
  } | null;
  readonly exportAction: string;
  /** What is said of the erasure: nothing asked yet, asked for, done. */
  readonly erasure: { readonly text: string; readonly action: string | null };
}

export function ownData(remark: RemarkOfReceipt, secret: string, visit: PageVisit): OwnData {
  const { t } = visit;
  const { number, nameConsentAt, isSenderKept, zone } = remark;
  const named = nameConsentAt !== null;
  const text = named
    ? t('privacy.name-shown', { at: visit.when(nameConsentAt, zone) })
    : t('privacy.name-not-shown', { number });
  return {
    number,
    secret,
    name: isSenderKept
      ? {
          text,
          action: visit.to(`remarks/${number}/${secret}/name`),
          value: named ? 'no' : 'yes',
          button: t(named ? 'privacy.name-take-back' : 'privacy.name-agree'),
        }
      : null,
    exportAction: visit.to('own-data'),
    erasure: erasureOf(remark, secret, visit),
  };
}

function erasureOf(
  { number, zone, erasedAt, erasureRequestedAt }: RemarkOfReceipt,
  secret: string,
  visit: PageVisit,
): OwnData['erasure'] {
  const { t, when } = visit;
  if (erasedAt) return { text: t('privacy.erased-at', { at: when(erasedAt, zone) }), action: null };
  if (erasureRequestedAt)
    return { text: t('privacy.erasure-asked-at', { at: when(erasureRequestedAt, zone) }), action: null };
  return { text: t('privacy.erasure-means'), action: visit.to(`remarks/${number}/${secret}/erasure`) };
}
