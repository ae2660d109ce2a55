import { RequestErasure } from '#lib/discussion';
import { Controller, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PageAnswer } from '../../pages-kit/answer.js';
import { LANGUAGE } from '../../pages-kit/language.js';
import { type PageVisit, Visit } from '../../pages-kit/visit.js';
import { Public } from '../../rights/public.js';

/** A sender asks by the receipt that the own words and data be erased. */
@ApiExcludeController()
@Controller(`${LANGUAGE}/remarks/:number/:secret/erasure`)
export class RequestErasurePage {
  constructor(private readonly requestErasure: RequestErasure) {}

  @Post()
  @Public()
  async request(
    @Visit() visit: PageVisit,
    @Param('number') number: string,
    @Param('secret') secret: string,
  ): Promise<PageAnswer> {
    await this.requestErasure.execute({ number, secret });
    return visit.go(`remarks/${number}/${secret}?done=erasure-requested`);
  }
}
