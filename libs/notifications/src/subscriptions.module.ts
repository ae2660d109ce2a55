import { KeyRingFile, Seal } from '#lib/privacy';
import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { SUBSCRIBER_SEAL, SubscriberAddresses } from './mailboxes/subscriber-addresses.js';
import { SubscriberNoticeEntity } from './persistence/subscriber-notice.entity.js';
import { SubscriberNotices } from './persistence/subscriber-notices.js';
import { SubscriptionEntity } from './persistence/subscription.entity.js';
import { Subscriptions } from './persistence/subscriptions.js';
import { NoticesOfDraft } from './queries/notices-of-draft.js';
import { AskSubscription } from './use-cases/ask-subscription.js';
import { ConfirmSubscription } from './use-cases/confirm-subscription.js';
import { DropExpiredSubscriptions } from './use-cases/drop-expired-subscriptions.js';
import { EndSubscription } from './use-cases/end-subscription.js';
import { TellSubscribers } from './use-cases/tell-subscribers.js';

const face = [
  AskSubscription,
  ConfirmSubscription,
  EndSubscription,
  TellSubscribers,
  DropExpiredSubscriptions,
  NoticesOfDraft,
  Subscriptions,
];

/** Who gets letters about drafts; the mail itself is the worker's (`NotificationsModule`). */
@Module({})
export class SubscriptionsModule {
  /** @param settings the key ring of personal data (TALQY_KEYS) */
  static forRoot({ keyFile }: { readonly keyFile: string }): DynamicModule {
    return {
      module: SubscriptionsModule,
      global: true,
      imports: [TypeOrmModule.forFeature([SubscriptionEntity, SubscriberNoticeEntity])],
      providers: [
        { provide: SUBSCRIBER_SEAL, useValue: new Seal(new KeyRingFile(keyFile)) },
        SubscriberAddresses,
        SubscriberNotices,
        ...face,
      ],
      exports: face,
    };
  }
}
