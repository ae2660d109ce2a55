import { DiscussionById } from '#lib/discussion';
import { CLOCK, type Clock, DomainError, newId } from '#lib/kernel';
import { Controller, Get, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { FilesCounted } from '../../limits/limited.js';
import type { PageAnswer } from '../../pages-kit/answer.js';
import { FormErrors } from '../../pages-kit/form-errors.js';
import { LANGUAGE } from '../../pages-kit/language.js';
import { type PageVisit, Visit } from '../../pages-kit/visit.js';
import { Public } from '../../rights/public.js';
import { Attachments } from '../attachments.js';
import { RemarkDoor, RemarkHeld } from '../remark-door.js';
import { heldAnswer } from './held.js';
import { isLate, lateAnswer } from './late.js';
import { personalNotice } from './personal-notice.js';
import { remarkInput } from './remark-input.js';
import { addFaults, addFileFaults } from './remark-faults.js';
import { atClause } from './sender/gate-model.js';
import { RemarkForms } from './remark-forms.js';
import { filledRemark } from './remark-steps/filled-remark.js';
import { asksToSign, type StepFacts } from './remark-steps/step-model.js';
import { fieldsOn } from './remark-steps/steps.js';
import { standingOf } from './standing.js';

type SentForm = Pick<StepFacts, 'visit' | 'discussion' | 'typed' | 'files'>;

const isSentAlready = (error: unknown): boolean =>
  error instanceof DomainError && error.code === 'idempotency-key-reused';

/** Whether it is mended on the page of the signature; every other fault leads away from there. */
const isOfSignature = (errors: FormErrors): boolean =>
  !errors.only(fieldsOn('sign')).isEmpty && errors.summary.length === 1;

/** 503 when nobody could tell whether the signature holds. */
const statusOf = (error: unknown): number =>
  error instanceof DomainError && error.code === 'signature-verifier-unavailable' ? 503 : 422;

/** The form's first page, and where its last one is sent: the remark arrives with that request, complete, or not at all (R8.4). */
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
    return this.forms.show({ visit, discussion, step: 'parts', typed, isRefused: sender === 'refused' });
  }

  @Post()
  @Public()
  @FilesCounted()
  async send(@Visit() visit: PageVisit, @Param('id') id: string, @Req() request: FastifyRequest): Promise<PageAnswer> {
    const discussion = await this.discussions.execute(id);
    const filled = await filledRemark(request, this.attachments);
    const { typed, files } = filled;
    const errors = new FormErrors();
    const input = remarkInput(filled, discussion, visit, errors);
    addFileFaults(filled, errors, visit.t);
    const personal = errors.isEmpty ? personalNotice(typed, discussion.closeAt, this.clock.now(), visit.t) : null;
    if (errors.isEmpty && !personal) {
      try {
        const sender = { ...input.sender, ...this.forms.confirmedBy(visit) };
        const { number, secret } = await this.door.submit(request, { ...input, sender }, typed);
        return visit.go(`remarks/${number}/${secret}/receipt`);
      } catch (error) {
        if (isLate(error)) return lateAnswer(error, discussion, visit);
        if (error instanceof RemarkHeld) return heldAnswer(error, { discussion, typed, files }, visit);
        if (isSentAlready(error)) return this.askAgain({ visit, discussion, typed, files });
        if (!addFaults(error, errors, visit.t)) throw error;
        if (isOfSignature(errors))
          return this.forms.show({ visit, discussion, step: 'sign', typed, files, errors, status: statusOf(error) });
      }
    }
    return this.forms.show({ visit, discussion, step: 'check', typed, files, errors, personal });
  }

  /** Another text under the key of a remark that was sent: who went back and changed it decides whether it is one remark more. */
  private askAgain({ visit, discussion, typed, files }: SentForm): Promise<PageAnswer> {
    const errors = new FormErrors();
    errors.add('key', visit.t('steps.sent-already'));
    const step = asksToSign(discussion) ? 'sign' : 'check';
    return this.forms.show({ visit, discussion, step, typed: { ...typed, key: newId() }, files, errors });
  }
}
