import { DiscussionById, DocumentToSign } from '#lib/discussion';
import { Controller, HttpCode, Param, Post, Req, type StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { FilesCounted } from '../../../limits/limited.js';
import type { PageAnswer } from '../../../pages-kit/answer.js';
import { FormErrors } from '../../../pages-kit/form-errors.js';
import { LANGUAGE } from '../../../pages-kit/language.js';
import { type PageVisit, Visit } from '../../../pages-kit/visit.js';
import { Public } from '../../../rights/public.js';
import { Attachments } from '../../attachments.js';
import { signedDocumentFile } from '../../signed-document-file.js';
import { remarkInput } from '../remark-input.js';
import { RemarkForms } from '../remark-forms.js';
import { filledRemark } from './filled-remark.js';

/** The document that the sender signs, made from what the form carries: the same bytes as long as the answers are the same. */
@ApiExcludeController()
@Controller(`${LANGUAGE}/discussions/:id/remark-document`)
export class RemarkDocumentPage {
  constructor(
    private readonly discussions: DiscussionById,
    private readonly forms: RemarkForms,
    private readonly attachments: Attachments,
    private readonly documents: DocumentToSign,
  ) {}

  @Post()
  @Public()
  @FilesCounted()
  @HttpCode(200)
  async save(
    @Visit() visit: PageVisit,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
  ): Promise<PageAnswer | StreamableFile> {
    const discussion = await this.discussions.execute(id);
    const filled = await filledRemark(request, this.attachments);
    const errors = await this.forms.faults(filled, discussion, visit);
    if (!errors.isEmpty) return this.forms.show({ ...filled, visit, discussion, step: 'check', errors });
    const { attachments = [], ...remark } = remarkInput(filled, discussion, visit, new FormErrors());
    return signedDocumentFile(await this.documents.withFiles(remark, attachments));
  }
}
