import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PageAnswer } from '../../pages-kit/answer.js';
import { LANGUAGE } from '../../pages-kit/language.js';
import { type PageVisit, Visit } from '../../pages-kit/visit.js';
import { Public } from '../../rights/public.js';
import { OwnRemarkPages } from './own-remark-pages.js';

@ApiExcludeController()
@Controller(`${LANGUAGE}/remarks/:number/:secret`)
export class OwnRemarkPage {
  constructor(private readonly pages: OwnRemarkPages) {}

  @Get()
  @Public()
  @Header('cache-control', 'no-store')
  async show(
    @Visit() visit: PageVisit,
    @Param('number') number: string,
    @Param('secret') secret: string,
    @Query('done') done?: string,
  ): Promise<PageAnswer> {
    return this.pages.show({ visit, receipt: { number, secret }, done: doneIn(done, visit) });
  }
}

const doneKeys = {
  replaced: 'remark.replaced',
  withdrawn: 'remark.withdrawn',
  named: 'privacy.name-agreed',
  unnamed: 'privacy.name-taken-back',
  'erasure-requested': 'privacy.erasure-asked',
  objected: 'objection.made',
} as const;

function doneIn(done: string | undefined, { t }: PageVisit): string | null {
  const key = Object.entries(doneKeys).find(([what]) => what === done)?.[1];
  return key === undefined ? null : t(key);
}
