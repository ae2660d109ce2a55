import { ConfirmAddress, DiscussionById } from '#lib/discussion';
import { SenderPasses } from '#lib/identity';
import { Controller, Get, Header, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Limited } from '../../../limits/limited.js';
import type { PageAnswer } from '../../../pages-kit/answer.js';
import { LANGUAGE } from '../../../pages-kit/language.js';
import { view } from '../../../pages-kit/view.js';
import { type PageVisit, Visit } from '../../../pages-kit/visit.js';
import { SenderCookie } from '../../../request/sender-cookie.js';
import { Public } from '../../../rights/public.js';
import { atClause, type GateModel, gateModel } from './gate-model.js';

interface AddressLinkModel extends GateModel {
  readonly action: string;
  readonly address: string;
}

const addressLinkView = view<AddressLinkModel>('discussion/sender/address-link');

/** Where the letter to a mailbox leads. Programs that look at mail follow links, so looking changes nothing: a press confirms. */
@ApiExcludeController()
@Controller(`${LANGUAGE}/sender-addresses/:token`)
export class SenderAddressLinkPage {
  constructor(
    private readonly confirmAddress: ConfirmAddress,
    private readonly discussions: DiscussionById,
    private readonly passes: SenderPasses,
    private readonly cookie: SenderCookie,
  ) {}

  @Get()
  @Public()
  @Header('cache-control', 'no-store')
  async show(@Visit() visit: PageVisit, @Param('token') token: string): Promise<PageAnswer> {
    const { address, discussionId } = (await this.confirmAddress.look(token)).confirmation;
    const discussion = await this.discussions.execute(discussionId);
    const model = { ...gateModel(visit, discussion), action: visit.to(`sender-addresses/${token}`), address };
    return visit.show(addressLinkView, model, { title: visit.t('sender.link-title') });
  }

  /** The confirmation goes, sealed, into the cookie of this browser for half an hour; here the address is forgotten. */
  @Post()
  @Public()
  @Limited('sender-address')
  async confirm(
    @Visit() visit: PageVisit,
    @Param('token') token: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PageAnswer> {
    const { confirmation, clauseId } = await this.confirmAddress.execute(token);
    this.cookie.setPass(reply, this.passes.write(confirmation));
    return visit.go(`discussions/${confirmation.discussionId}/remark${atClause(clauseId)}`);
  }
}
