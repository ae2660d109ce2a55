import type { Language } from '#lib/kernel';
import { type MessageKey, translator } from '#lib/localisation';
import type { Happening, Scope } from '../domain/subscription.js';
import { type Letter, letterId, oneLine } from './letter.js';

export interface SubscriptionRequestFacts {
  readonly subscriptionId: string;
  readonly to: string;
  readonly language: Language;
  /** The title of the draft; undefined where the drafts of a body are meant. */
  readonly draft?: string;
  /** The body that develops the draft, or whose drafts are meant. */
  readonly body: string;
  readonly scope: Scope;
  readonly link: string;
  /** In words, with the zone. */
  readonly until: string;
}

export interface ToldFacts {
  readonly noticeId: string;
  readonly subscriptionId: string;
  readonly to: string;
  readonly language: Language;
  readonly happening: Happening;
  readonly draft: string;
  readonly developer: string;
  /** Until when remarks are or were taken, in words; null while the term has not started. */
  readonly close: string | null;
  readonly isOpen: boolean;
  /** Why it was withdrawn, or its report corrected, in the body's own words; empty otherwise. */
  readonly reason: string;
  /** Number of the correction that was published; null for the first report, and for all else. */
  readonly erratum: number | null;
  readonly link: string;
  /** Whether the subscription goes on after this letter. */
  readonly goesOn: boolean;
  /** Where who reads it ends it, and sees what else the mailbox gets. */
  readonly endsAt: string;
}

/** The link by which a mailbox agrees to get letters. */
export function subscriptionLetter({
  subscriptionId,
  to,
  language,
  draft,
  ...facts
}: SubscriptionRequestFacts): Letter {
  const t = translator(language);
  const site = t('site.name');
  const { body, scope, link, until } = facts;
  const about =
    draft === undefined
      ? t('mail.subscribe.about-body', { body, scope: t(`subscribe.scope-${scope}`) })
      : t('mail.subscribe.about-draft', { draft, body });
  return {
    id: letterId('subscription', subscriptionId),
    to,
    language,
    subject: oneLine(t('mail.subscribe.subject', { site })),
    text: `${t('mail.subscribe.body', { about, link, until })}\n\n-- \n${t('mail.account-signature', { site })}\n`,
  };
}

const kinds = {
  OPENED: 'opened',
  EXTENDED: 'extended',
  CLOSING_SOON: 'closing-soon',
  CLOSED: 'closed',
  REPORTED: 'reported',
  WITHDRAWN: 'withdrawn',
  APPROVED: 'approved',
} as const satisfies Record<Happening, string>;

/** Told to who asked for letters about a draft, or about the drafts of its body. */
export function toldLetter({ noticeId, subscriptionId, to, language, happening, goesOn, ...facts }: ToldFacts): Letter {
  const t = translator(language);
  const { draft, developer, close, isOpen, reason, erratum, link, endsAt } = facts;
  const term =
    close === null ? t('mail.told.term-none') : t(isOpen ? 'mail.told.term-open' : 'mail.told.term-over', { close });
  const kind = erratum === null ? kinds[happening] : 'corrected';
  const subject: MessageKey = `mail.told.${kind}.subject`;
  const body = t(`mail.told.${kind}.body`, { draft, developer, term, reason, number: erratum ?? 0, link });
  const ending = goesOn ? t('mail.told.end', { endsAt }) : t('mail.told.last');
  return {
    id: letterId('told', `${noticeId}.${subscriptionId}`),
    to,
    language,
    subject: oneLine(t(subject, { draft })),
    text: `${body}\n\n-- \n${ending}\n\n${t('mail.signature', { site: t('site.name') })}\n`,
    endsAt,
  };
}
