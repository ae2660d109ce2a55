import { DiscussionById } from '#lib/discussion';
import { CLOCK, type Clock, DomainError } from '#lib/kernel';
import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { PageAnswer } from '../../../pages-kit/answer.js';
import { ChangesLanguage } from '../../../pages-kit/changes-language.js';
import { FilesCounted } from '../../../limits/limited.js';
import { LANGUAGE } from '../../../pages-kit/language.js';
import { type PageVisit, Visit } from '../../../pages-kit/visit.js';
import { SenderCookie } from '../../../request/sender-cookie.js';
import { Public } from '../../../rights/public.js';
import { Attachments } from '../../attachments.js';
import { personalNotice } from '../personal-notice.js';
import { RemarkForms } from '../remark-forms.js';
import { filledRemark } from './filled-remark.js';
import { asksToSign } from './step-model.js';
import { fieldsOn, isAfter, type RemarkStep, remarkSteps } from './steps.js';

/**
 * The pages of the form for a new remark. What was typed goes from page to page in the form itself: there is no row and no
 * session of it here, and no word of it in an address. Only forward a page is asked for what is missing on it.
 */
@ApiExcludeController()
@Controller(`${LANGUAGE}/discussions/:id/remark/:step`)
export class RemarkStepsPage {
  constructor(
    private readonly discussions: DiscussionById,
    private readonly forms: RemarkForms,
    private readonly attachments: Attachments,
    private readonly cookie: SenderCookie,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** An address of a page by itself has nothing that was typed. */
  @Get()
  @Public()
  show(@Visit() visit: PageVisit, @Param('id') id: string, @Param('step') step: string): PageAnswer {
    knownStep(step);
    return visit.go(`discussions/${encodeURIComponent(id)}/remark`);
  }

  @Post()
  @ChangesLanguage()
  @Public()
  @FilesCounted()
  async turn(
    @Visit() visit: PageVisit,
    @Param('id') id: string,
    @Param('step') step: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PageAnswer> {
    const wanted = knownStep(step);
    const discussion = await this.discussions.execute(id);
    const filled = await filledRemark(request, this.attachments);
    const { form, files, refused } = filled;
    const typed = form.changesLanguage ? { ...filled.typed, personalSeen: '' } : filled.typed;
    const isForgotten = form.text('forget') === 'yes' && !form.changesLanguage;
    if (isForgotten) this.cookie.clearPass(reply);
    const from = form.oneOf('from', remarkSteps);
    const faults = await this.forms.faults(filled, discussion, visit);
    const stays = from && isAfter(wanted, from) && !faults.only(fieldsOn(from)).isEmpty;
    const personal = wanted === 'sign' ? personalNotice(typed, discussion.closeAt, this.clock.now(), visit.t) : null;
    // What is signed is settled before: nothing in it is at fault, or is to be looked at once more.
    const isSettled = wanted !== 'sign' || (asksToSign(discussion) && faults.isEmpty && !personal);
    const shown: RemarkStep = refused.length > 0 ? 'files' : stays ? from : isSettled ? wanted : 'check';
    const isMending = from === 'check' && shown !== 'check' && shown !== 'sign';
    const isChange = shown !== 'check' && (isMending || form.text('changing') === 'yes');
    const isTold = shown !== wanted || isMending || shown === 'check';
    const errors = isTold ? (shown === 'check' ? faults : faults.only(fieldsOn(shown))) : undefined;
    const facts = { visit, discussion, step: shown, typed, files, errors, isChange, isForgotten, personal };
    // Who goes to mend a fault has done nothing wrong by it.
    return this.forms.show({ ...facts, status: isMending ? 200 : 422 });
  }
}

/** @throws DomainError `not-found` */
function knownStep(text: string): RemarkStep {
  const known = remarkSteps.find((step) => step === text);
  if (!known) throw new DomainError('not-found', 'the form has no such page');
  return known;
}
