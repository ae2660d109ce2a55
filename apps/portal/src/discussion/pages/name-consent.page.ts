import { ChangeNameConsent } from '#lib/discussion';
import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PageAnswer } from '../../pages-kit/answer.js';
import { Form } from '../../pages-kit/form.js';
import { LANGUAGE } from '../../pages-kit/language.js';
import { type PageVisit, Visit } from '../../pages-kit/visit.js';
import { Public } from '../../rights/public.js';

/** The sender's own name beside the remark: agreed to, or taken back. */
@ApiExcludeController()
@Controller(`${LANGUAGE}/remarks/:number/:secret/name`)
export class NameConsentPage {
  constructor(private readonly changeNameConsent: ChangeNameConsent) {}

  @Post()
  @Public()
  async change(
    @Visit() visit: PageVisit,
    @Param('number') number: string,
    @Param('secret') secret: string,
    @Body() body: Record<string, string>,
  ): Promise<PageAnswer> {
    const isGiven = new Form(body).text('consent') === 'yes';
    await this.changeNameConsent.execute({ number, secret, isGiven });
    return visit.go(`remarks/${number}/${secret}?done=${isGiven ? 'named' : 'unnamed'}`);
  }
}
