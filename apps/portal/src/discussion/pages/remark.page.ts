import { DiscussionById } from '#lib/discussion';
import { CLOCK, type Clock } from '#lib/kernel';
import { profileById } from '#lib/time-limits';
import { Controller, Get, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { FilesCounted } from '../../limits/limited.js';
import type { PageAnswer } from '../../pages-kit/answer.js';
import { Form } from '../../pages-kit/form.js';
import { FormErrors } from '../../pages-kit/form-errors.js';
import { LANGUAGE } from '../../pages-kit/language.js';
import { type PageVisit, Visit } from '../../pages-kit/visit.js';
import { Public } from '../../rights/public.js';
import { Attachments, type RemarkParts } from '../attachments.js';
import { RemarkDoor, RemarkHeld } from '../remark-door.js';
import { heldAnswer } from './held.js';
import { isLate, lateAnswer } from './late.js';
import { personalNotice } from './personal-notice.js';
import { contentOf, senderOf, typedRemark } from './remark-form.js';
import { addFaults, addRefusedFile } from './remark-faults.js';
import { atClause } from './sender/gate-model.js';
import { RemarkForms } from './remark-forms.js';
import { remarkFormView } from './remark-form.view.js';
import { standingOf } from './standing.js';

@ApiExcludeController()
@Controller(`${LANGUAGE}/discussions/:id/remark`)
export class RemarkPage {
  constructor(
    private readonly discussions: DiscussionById,
    private readonly forms: RemarkForms,
    private readonly attachments: Attachments,
    private readonly door: RemarkDoor,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Public()
  async show(
    @Visit() visit: PageVisit,
    @Param('id') id: string,
    @Query('clause') clause?: string,
    @Query('sender') sender?: string,
  ): Promise<PageAnswer> {
    const discussion = await this.discussions.execute(id);
    if (standingOf(discussion) !== 'open') return visit.go(`discussions/${id}`);
    const gate = this.forms.gateOf(visit, discussion);
    if (gate)
      return visit.go(`discussions/${id}/${gate}${sender === 'refused' ? '?sender=refused' : atClause(clause)}`);
    const typed = this.forms.untouched(visit, discussion, typeof clause === 'string' ? clause : undefined);
    const model = await this.forms.model({ visit, discussion, typed }, { isRefused: sender === 'refused' });
    return visit.show(remarkFormView, model, { title: visit.t('remark.title') });
  }

  @Post()
  @Public()
  @FilesCounted()
  async send(@Visit() visit: PageVisit, @Param('id') id: string, @Req() request: FastifyRequest): Promise<PageAnswer> {
    const discussion = await this.discussions.execute(id);
    const parts = request.isMultipart()
      ? await this.attachments.receive(request)
      : { fields: request.body as RemarkParts['fields'], files: [], refused: [] };
    const form = new Form(parts.fields);
    const files = [...(await this.attachments.keptFrom(form.list('kept'))), ...parts.files];
    const typed = typedRemark(form);
    const errors = new FormErrors();
    const content = contentOf(typed, visit.language, errors, visit.t);
    for (const refused of parts.refused) addRefusedFile(refused, errors, visit.t);
    const sender = senderOf(typed, profileById(discussion.profileId).identity, errors, visit.t);
    const personal = errors.isEmpty ? personalNotice(typed, discussion.closeAt, this.clock.now(), visit.t) : null;
    if (errors.isEmpty && !personal) {
      try {
        const input = {
          discussionId: id,
          channel: 'PORTAL' as const,
          idempotencyKey: typed.key,
          content,
          sender: { ...sender, ...this.forms.confirmedBy(visit) },
          hasNameConsent: typed.nameConsent,
          attachments: files.map((file) => file.id),
        };
        const { number, secret } = await this.door.submit(request, input, typed);
        return visit.go(`remarks/${number}/${secret}/receipt`);
      } catch (error) {
        if (isLate(error)) return lateAnswer(error, discussion, visit);
        if (error instanceof RemarkHeld) return heldAnswer(error, { discussion, typed, files }, visit);
        if (!addFaults(error, errors, visit.t)) throw error;
      }
    }
    const facts = { visit, discussion, typed, errors, files, personal };
    const model = await this.forms.model(facts, { isFilled: true });
    if (personal) return visit.show(remarkFormView, model, { title: visit.t('privacy.warning-title') });
    return visit.showAgain(remarkFormView, model, { title: visit.t('remark.title') });
  }
}
