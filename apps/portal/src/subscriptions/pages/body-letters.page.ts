import { DomainError } from '#lib/kernel';
import { type Scope, scopes } from '#lib/notifications';
import { StateBodies, type StateBody } from '#lib/service-register';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Limited } from '../../limits/limited.js';
import type { PageAnswer } from '../../pages-kit/answer.js';
import { ChangesLanguage } from '../../pages-kit/changes-language.js';
import { Form } from '../../pages-kit/form.js';
import { LANGUAGE } from '../../pages-kit/language.js';
import { inLanguage } from '../../pages-kit/titles.js';
import { type PageVisit, Visit } from '../../pages-kit/visit.js';
import { Public } from '../../rights/public.js';
import { type AskFrame, Asking } from './asking.js';

const CODE = /^[A-Za-z0-9._-]{1,40}$/;

/** Letters about the drafts of one body are asked for here. */
@ApiExcludeController()
@Controller(`${LANGUAGE}/bodies/:code/letters`)
export class BodyLettersPage {
  constructor(
    private readonly bodies: StateBodies,
    private readonly asking: Asking,
  ) {}

  @Get()
  @Public()
  async show(@Visit() visit: PageVisit, @Param('code') code: string): Promise<PageAnswer> {
    return this.asking.show(visit, frameOf(visit, await this.body(code), 'NEW'));
  }

  @Post()
  @ChangesLanguage()
  @Public()
  @Limited('subscription')
  async ask(@Visit() visit: PageVisit, @Param('code') code: string, @Body() body: unknown): Promise<PageAnswer> {
    const found = await this.body(code);
    const form = new Form(body);
    const scope = form.oneOf('scope', scopes) ?? 'NEW';
    return this.asking.ask(visit, frameOf(visit, found, scope), form, { bodyId: found.id, scope });
  }

  private async body(code: string): Promise<StateBody> {
    const body = CODE.test(code) ? await this.bodies.byCode(code) : undefined;
    if (!body) throw new DomainError('not-found', 'there is no such state body', { code });
    return body;
  }
}

function frameOf(visit: PageVisit, body: StateBody, scope: Scope): AskFrame {
  const { t } = visit;
  const { text: name, language: nameLanguage } = inLanguage(body.name, visit.language);
  const here = `bodies/${encodeURIComponent(body.code)}`;
  return {
    back: { href: visit.to(here), text: t('subscribe.to-body') },
    title: t('subscribe.body-title'),
    name,
    nameLanguage,
    lead: t('subscribe.body-lead'),
    told: [],
    scopes: scopes.map((value) => ({
      value,
      text: t(`subscribe.scope-${value}`),
      ...(value === 'ALL' ? { hint: { text: t('subscribe.scope-ALL-hint') } } : {}),
    })),
    scope,
    action: visit.to(`${here}/letters`),
    isOver: false,
  };
}
