import { Controller, Get, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { type PageAnswer, seeOther } from '../../pages-kit/answer.js';
import { languageOf } from '../../pages-kit/language.js';
import { Public } from '../../rights/public.js';

@ApiExcludeController()
@Controller()
export class ChooseLanguagePage {
  /** Leads to the start page in the visitor's language; Kazakh when the browser names none of ours. */
  @Get()
  @Public()
  lead(@Req() request: FastifyRequest): PageAnswer {
    return seeOther(`/${languageOf(request)}/`);
  }
}
