import { ConfirmSubscription } from '#lib/notifications';
import { Controller, Get, Header, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Limited } from '../../limits/limited.js';
import type { PageAnswer } from '../../pages-kit/answer.js';
import { LANGUAGE } from '../../pages-kit/language.js';
import { view } from '../../pages-kit/view.js';
import { type PageVisit, Visit } from '../../pages-kit/visit.js';
import { Public } from '../../rights/public.js';
import { type NamedSubject, SubscriptionNames } from '../subscription-names.js';

interface ConfirmModel extends NamedSubject {
  readonly action: string;
  readonly address: string;
}

const confirmView = view<ConfirmModel>('subscriptions/confirm');

/** Where the letter to a mailbox leads. Programs that look at mail follow links, so looking changes nothing: a press confirms. */
@ApiExcludeController()
@Controller(`${LANGUAGE}/subscription-requests/:token`)
export class ConfirmLettersPage {
  constructor(
    private readonly confirmSubscription: ConfirmSubscription,
    private readonly names: SubscriptionNames,
  ) {}

  @Get()
  @Public()
  @Header('cache-control', 'no-store')
  async show(@Visit() visit: PageVisit, @Param('token') token: string): Promise<PageAnswer> {
    const asked = await this.confirmSubscription.look(token);
    const action = visit.to(`subscription-requests/${token}`);
    const model = { ...(await this.names.of(asked, visit)), action, address: asked.address };
    return visit.show(confirmView, model, { title: visit.t('subscribe.confirm-title') });
  }

  @Post()
  @Public()
  @Limited('subscription')
  async confirm(@Visit() visit: PageVisit, @Param('token') token: string): Promise<PageAnswer> {
    const { id, secret } = await this.confirmSubscription.execute(token);
    return visit.go(`subscriptions/${id}/${secret}?now=confirmed`);
  }
}
