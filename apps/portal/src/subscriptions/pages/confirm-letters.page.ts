import { type AskedSubscription, ConfirmSubscription } from '#lib/notifications';
import { Controller, Get, Header, HttpCode, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Limited } from '../../limits/limited.js';
import type { PageAnswer } from '../../pages-kit/answer.js';
import { LANGUAGE } from '../../pages-kit/language.js';
import { view } from '../../pages-kit/view.js';
import { type PageVisit, Visit } from '../../pages-kit/visit.js';
import { Public } from '../../rights/public.js';
import { type NamedSubject, SubscriptionNames } from '../subscription-names.js';

interface ConfirmModel extends NamedSubject {
  readonly title: string;
  readonly action: string;
  readonly address: string;
  /** There is nothing left to agree to. */
  readonly isOver: boolean;
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
    return this.page(visit, token, await this.confirmSubscription.look(token));
  }

  @Post()
  @Public()
  @Limited('subscription')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  async confirm(@Visit() visit: PageVisit, @Param('token') token: string): Promise<PageAnswer> {
    const agreed = await this.confirmSubscription.execute(token);
    if (agreed.isOver) return this.page(visit, token, agreed);
    return visit.go(`subscriptions/${agreed.id}/${agreed.secret}?now=confirmed`);
  }

  private async page(visit: PageVisit, token: string, asked: AskedSubscription): Promise<PageAnswer> {
    const { address, isOver } = asked;
    const title = visit.t(isOver ? 'subscribe.over-title' : 'subscribe.confirm-title');
    const action = visit.to(`subscription-requests/${token}`);
    return visit.show(
      confirmView,
      { ...(await this.names.of(asked, visit)), title, action, address, isOver },
      { title },
    );
  }
}
