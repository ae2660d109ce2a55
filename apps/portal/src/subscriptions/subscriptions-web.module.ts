import { ServiceRegisterModule } from '#lib/service-register';
import { Module } from '@nestjs/common';
import { Asking } from './pages/asking.js';
import { BodyLettersPage } from './pages/body-letters.page.js';
import { ConfirmLettersPage } from './pages/confirm-letters.page.js';
import { DraftLettersPage } from './pages/draft-letters.page.js';
import { OwnLettersPage } from './pages/own-letters.page.js';
import { SubscriptionNames } from './subscription-names.js';

@Module({
  imports: [ServiceRegisterModule],
  providers: [Asking, SubscriptionNames],
  controllers: [DraftLettersPage, BodyLettersPage, ConfirmLettersPage, OwnLettersPage],
})
export class SubscriptionsWebModule {}
