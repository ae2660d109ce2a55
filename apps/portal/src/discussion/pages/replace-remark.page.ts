import { DiscussionById, RemarkByReceipt, type RemarkOfReceipt, ReplaceRemark } from '#lib/discussion';
import { DraftTexts } from '#lib/drafting';
import { CLOCK, type Clock } from '#lib/kernel';
import { Controller, Get, Header, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { PageAnswer } from '../../pages-kit/answer.js';
import { ChangesLanguage } from '../../pages-kit/changes-language.js';
import { Form } from '../../pages-kit/form.js';
import { FormErrors } from '../../pages-kit/form-errors.js';
import { LANGUAGE } from '../../pages-kit/language.js';
import type { PageFacts } from '../../pages-kit/page-facts.js';
import { type PageVisit, Visit } from '../../pages-kit/visit.js';
import { elapsedSinceArrival } from '../../request/arrival-clock.js';
import { readParts } from '../../request/read-parts.js';
import { Public } from '../../rights/public.js';
import { isLate, lateAnswer } from './late.js';
import { type PersonalNotice, personalNotice } from './personal-notice.js';
import { contentOf, typedRemark, type TypedRemark, untouched, WHOLE_DRAFT } from './remark-form.js';
import { addFaults } from './remark-faults.js';
import { remarkFormModel } from './remark-form-model.js';
import { type RemarkFormModel, remarkFormView } from './remark-form.view.js';

interface Replacement {
  readonly visit: PageVisit;
  readonly remark: RemarkOfReceipt;
  readonly secret: string;
  readonly typed: TypedRemark;
  readonly errors?: FormErrors;
  readonly personal?: PersonalNotice | null;
}

@ApiExcludeController()
@Controller(`${LANGUAGE}/remarks/:number/:secret/replace`)
export class ReplaceRemarkPage {
  constructor(
    private readonly remarks: RemarkByReceipt,
    private readonly discussions: DiscussionById,
    private readonly texts: DraftTexts,
    private readonly replaceRemark: ReplaceRemark,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Public()
  @Header('cache-control', 'no-store')
  async show(
    @Visit() visit: PageVisit,
    @Param('number') number: string,
    @Param('secret') secret: string,
  ): Promise<PageAnswer> {
    const remark = await this.remarks.execute({ number, secret });
    if (!remark.mayChange) return visit.go(`remarks/${remark.number}/${secret}`);
    return this.form({ visit, remark, secret, typed: asTyped(remark) });
  }

  @Post()
  @ChangesLanguage()
  @Public()
  async replace(
    @Visit() visit: PageVisit,
    @Param('number') number: string,
    @Param('secret') secret: string,
    @Req() request: FastifyRequest,
  ): Promise<PageAnswer> {
    const remark = await this.remarks.execute({ number, secret });
    const body = request.isMultipart() ? await readParts(request, () => Promise.resolve(), { most: 0 }) : request.body;
    const form = new Form(body);
    const typed = typedRemark(form);
    // In another language it is shown again, and judged when it is sent.
    if (form.changesLanguage) return this.form({ visit, remark, secret, typed });
    const errors = new FormErrors();
    const content = contentOf(typed, visit.language, errors, visit.t);
    const personal = errors.isEmpty ? personalNotice(typed, remark.closeAt, this.clock.now(), visit.t) : null;
    if (errors.isEmpty && !personal) {
      try {
        await this.replaceRemark.execute({ number, secret, content }, { elapsedMs: elapsedSinceArrival(request) });
        return visit.go(`remarks/${remark.number}/${secret}?done=replaced`);
      } catch (error) {
        if (isLate(error)) return lateAnswer(error, { id: remark.discussionId, zone: remark.zone }, visit);
        if (!addFaults(error, errors, visit.t)) throw error;
      }
    }
    const model = await this.model({ visit, remark, secret, typed, errors, personal });
    if (personal) return visit.show(remarkFormView, model, about(model, visit.t('privacy.warning-title')));
    return visit.showAgain(remarkFormView, model, about(model));
  }

  private async form(shown: Replacement): Promise<PageAnswer> {
    const model = await this.model(shown);
    return shown.visit.show(remarkFormView, model, about(model));
  }

  private async model({ remark, secret, personal = null, ...facts }: Replacement): Promise<RemarkFormModel> {
    const discussion = await this.discussions.execute(remark.discussionId);
    const { clauses } = await this.texts.byVersion(discussion.versionId);
    const own = { path: `remarks/${remark.number}/${secret}`, number: remark.number };
    return remarkFormModel({ ...facts, own, discussion, clauses, personal });
  }
}

const about = ({ heading, action }: RemarkFormModel, title = heading): PageFacts => ({
  title,
  carried: { id: 'replacement', address: action },
});

const asTyped = ({ kind, anchors, text, proposedWording }: RemarkOfReceipt): TypedRemark => ({
  ...untouched(),
  kind,
  anchors: anchors.length > 0 ? anchors : [WHOLE_DRAFT],
  text,
  proposedWording: proposedWording ?? '',
});
