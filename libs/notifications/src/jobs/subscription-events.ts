import { defineEvent, defineJob } from '#lib/jobs';

/** A letter with a link is owed to the mailbox that is asked. */
export const subscriptionAsked = defineEvent<{ subscriptionId: string }>('subscription.asked');
/** A page of subscribers is to be told. `after`: the last id of the page before. */
export const subscribersToTell = defineEvent<{ noticeId: string; after: string }>('subscribers.to-tell');
/** One event a subscriber: a letter that fails is tried again alone. */
export const subscriberAwaitsLetter = defineEvent<{ noticeId: string; subscriptionId: string }>(
  'subscriber.awaits-letter',
);

export const subscriptionEvents = [subscriptionAsked, subscribersToTell, subscriberAwaitsLetter] as const;

export const sendSubscriptionMail = defineJob<{ subscriptionId: string }>('mail', 'send-subscription-mail');
export const tellSubscribersPage = defineJob<{ noticeId: string; after: string }>('procedure', 'tell-subscribers-page');
export const sendSubscriberMail = defineJob<{ noticeId: string; subscriptionId: string }>(
  'mail',
  'send-subscriber-mail',
);

type Placed = { discussionId: string };

export const noteOpening = defineJob<Placed>('procedure', 'note-opening');
/** `closeAt` is missing in what was told before it was part of it. */
export const noteExtension = defineJob<Placed & { closeAt?: string }>('procedure', 'note-extension');
export const noteClosing = defineJob<Placed>('procedure', 'note-closing');
export const noteWithdrawal = defineJob<Placed>('procedure', 'note-withdrawal');
export const noteReport = defineJob<Placed & { reportId: string }>('procedure', 'note-report');
