import { EndSubscription, type OwnSubscription } from '#lib/notifications';
import { Controller, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PageAnswer } from '../../pages-kit/answer.js';
import { LANGUAGE } from '../../pages-kit/language.js';
import { view } from '../../pages-kit/view.js';
import { type PageVisit, Visit } from '../../pages-kit/visit.js';
import { Public } from '../../rights/public.js';
import { type NamedSubject, SubscriptionNames } from '../subscription-names.js';

interface OwnModel {
  readonly title: string;
  /** Null when the subscription of the link has ended. */
  readonly address: string | null;
  readonly isConfirmedNow: boolean;
  readonly letters: readonly (NamedSubject & { readonly action: string })[];
  readonly endAll: string | null;
}

const ownView = view<OwnModel>('subscriptions/own');
const PLACE = 'subscriptions/:id/:secret';

/**
 * Where each letter leads: all that the mailbox gets, and the way to end it. Mail programs end the letters by a POST to the same
 * address without another question (RFC 8058); looking changes nothing. Neither is ever too much: who wants no letters is not refused.
 */
@ApiExcludeController()
@Controller(`${LANGUAGE}/${PLACE}`)
export class OwnLettersPage {
  constructor(
    private readonly endSubscription: EndSubscription,
    private readonly names: SubscriptionNames,
  ) {}

  @Get()
  @Public()
  @Header('cache-control', 'no-store')
  async show(
    @Visit() visit: PageVisit,
    @Param('id') id: string,
    @Param('secret') secret: string,
    @Query('now') now?: string,
  ): Promise<PageAnswer> {
    const all = await this.endSubscription.look({ id, secret });
    return all.length === 0
      ? this.ended(visit, [])
      : this.page(visit, 'subscribe.own-title', all, { address: all[0]?.address, isNow: now === 'confirmed' });
  }

  /** No redirect: the programs of mailboxes follow none after a POST. */
  @Post()
  @Public()
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  async end(@Visit() visit: PageVisit, @Param('id') id: string, @Param('secret') secret: string): Promise<PageAnswer> {
    return this.ended(visit, await this.endSubscription.execute({ id, secret }));
  }

  @Post('all')
  @Public()
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  async endAll(
    @Visit() visit: PageVisit,
    @Param('id') id: string,
    @Param('secret') secret: string,
  ): Promise<PageAnswer> {
    await this.endSubscription.all({ id, secret });
    return this.ended(visit, []);
  }

  private ended(visit: PageVisit, rest: readonly OwnSubscription[]): Promise<PageAnswer> {
    return this.page(visit, 'subscribe.ended-title', rest);
  }

  private async page(
    visit: PageVisit,
    titleKey: 'subscribe.own-title' | 'subscribe.ended-title',
    all: readonly OwnSubscription[],
    { address, isNow = false }: { readonly address?: string | undefined; readonly isNow?: boolean } = {},
  ): Promise<PageAnswer> {
    const title = visit.t(titleKey);
    const at = ({ id, secret }: OwnSubscription) => visit.to(`subscriptions/${id}/${secret}`);
    const letters = await Promise.all(
      all.map(async (own) => ({ ...(await this.names.of(own, visit)), action: at(own) })),
    );
    const [first] = all;
    const endAll = first && all.length > 1 ? `${at(first)}/all` : null;
    return visit.show(ownView, { title, address: address ?? null, isConfirmedNow: isNow, letters, endAll }, { title });
  }
}
