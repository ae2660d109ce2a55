import { type Fault, ObjectToHiding } from '#lib/discussion';
import { DomainError } from '#lib/kernel';
import { Body, Controller, Header, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PageAnswer } from '../../pages-kit/answer.js';
import { Form } from '../../pages-kit/form.js';
import { FormErrors } from '../../pages-kit/form-errors.js';
import { LANGUAGE } from '../../pages-kit/language.js';
import { type PageVisit, Visit } from '../../pages-kit/visit.js';
import { Public } from '../../rights/public.js';
import { OwnRemarkPages } from './own-remark-pages.js';

/** A sender objects by the receipt to what was hidden or redacted. */
@ApiExcludeController()
@Controller(`${LANGUAGE}/remarks/:number/:secret/objection`)
export class ObjectionPage {
  constructor(
    private readonly pages: OwnRemarkPages,
    private readonly objectToHiding: ObjectToHiding,
  ) {}

  @Post()
  @Public()
  @Header('cache-control', 'no-store')
  async object(
    @Visit() visit: PageVisit,
    @Param('number') number: string,
    @Param('secret') secret: string,
    @Body() body: unknown,
  ): Promise<PageAnswer> {
    const form = new Form(body);
    const [hidingId, words] = [form.text('hidingId'), form.text('words')];
    const shown = { visit, receipt: { number, secret } };
    if (form.changesLanguage) return this.pages.show({ ...shown, objection: { hidingId, words } });
    try {
      await this.objectToHiding.execute({ number, secret, hidingId, words });
      return visit.go(`remarks/${number}/${secret}?done=objected`);
    } catch (error) {
      if (!(error instanceof DomainError) || !['invalid-input', 'conflict'].includes(error.code)) throw error;
      const errors = new FormErrors();
      const [fault] = (error.details['faults'] as readonly Fault[] | undefined) ?? [];
      errors.add(`words-${hidingId}`, visit.t(keyOf(error.code, fault?.fault), { limit: fault?.limit ?? 0 }));
      return this.pages.show({ ...shown, objection: { hidingId, words, errors } });
    }
  }
}

function keyOf(code: string, fault: string | undefined) {
  if (code === 'conflict') return 'objection.made-before';
  return fault === 'too-long' ? 'objection.too-long' : 'objection.too-short';
}
