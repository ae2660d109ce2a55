import { RemarkByReceipt, WithdrawRemark } from '#lib/discussion';
import { Controller, Param, Post, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { PageAnswer } from '../../pages-kit/answer.js';
import { LANGUAGE } from '../../pages-kit/language.js';
import { type PageVisit, Visit } from '../../pages-kit/visit.js';
import { elapsedSinceArrival } from '../../request/arrival-clock.js';
import { Public } from '../../rights/public.js';
import { isLate, lateAnswer } from './late.js';

@ApiExcludeController()
@Controller(`${LANGUAGE}/remarks/:number/:secret/withdraw`)
export class WithdrawRemarkPage {
  constructor(
    private readonly remarks: RemarkByReceipt,
    private readonly withdrawRemark: WithdrawRemark,
  ) {}

  @Post()
  @Public()
  async withdraw(
    @Visit() visit: PageVisit,
    @Param('number') number: string,
    @Param('secret') secret: string,
    @Req() request: FastifyRequest,
  ): Promise<PageAnswer> {
    const remark = await this.remarks.execute({ number, secret });
    try {
      await this.withdrawRemark.execute({ number, secret }, { elapsedMs: elapsedSinceArrival(request) });
      return visit.go(`remarks/${remark.number}/${secret}?done=withdrawn`);
    } catch (error) {
      if (!isLate(error)) throw error;
      return lateAnswer(error, { id: remark.discussionId, zone: remark.zone }, visit);
    }
  }
}
