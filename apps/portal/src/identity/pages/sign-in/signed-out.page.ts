import { LeaveProvider, OfficialsProvider } from '#lib/identity';
import { isId, isLanguage } from '#lib/kernel';
import { Controller, Get, Header, Query, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { type PageAnswer, seeOther } from '../../../pages-kit/answer.js';
import { LANGUAGE, languageOf } from '../../../pages-kit/language.js';
import { type PageVisit, Visit } from '../../../pages-kit/visit.js';
import { Public } from '../../../rights/public.js';
import { leftAnswer } from './left.view.js';

/** After an official has signed out here: on to the provider that opened the session. */
@ApiExcludeController()
@Controller(`${LANGUAGE}/signed-out`)
export class SignedOutPage {
  constructor(
    private readonly leaveProvider: LeaveProvider,
    private readonly provider: OfficialsProvider,
  ) {}

  @Get()
  @Public()
  @Header('cache-control', 'no-store')
  async show(@Visit() visit: PageVisit): Promise<PageAnswer> {
    const { t, language, request } = visit;
    // Another site sends nobody away from their provider.
    const isOurs = request.headers['sec-fetch-site'] !== 'cross-site' && !request.session;
    const address = isOurs ? await this.leaveProvider.ofOfficials(language) : undefined;
    if (!address) return visit.go('');
    return leftAnswer(visit, { heading: t('provider.left-title'), provider: this.provider.name, address });
  }
}

/** Where both providers send those back to who signed out there. It changes nothing, whoever comes. */
@ApiExcludeController()
@Controller('sign-out/return')
export class SignOutReturnPage {
  @Get()
  @Public()
  arrive(@Req() request: FastifyRequest, @Query('state') state?: string): PageAnswer {
    const [code = '', discussionId = ''] = typeof state === 'string' ? state.split('.') : [];
    const language = isLanguage(code) ? code : languageOf(request);
    return seeOther(isId(discussionId) ? `/${language}/discussions/${discussionId}/remark` : `/${language}/`);
  }
}
