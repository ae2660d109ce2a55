import { DiscussionById } from '#lib/discussion';
import { DomainError } from '#lib/kernel';
import { Controller, Header, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { FormErrors } from '../../../pages-kit/form-errors.js';
import { FilesCounted } from '../../../limits/limited.js';
import { LANGUAGE } from '../../../pages-kit/language.js';
import { type PageVisit, Visit } from '../../../pages-kit/visit.js';
import { Public } from '../../../rights/public.js';
import { Attachments, type KeptFile } from '../../attachments.js';
import { addRefusedFile } from '../remark-faults.js';
import { standingOf } from '../standing.js';

export interface Uploaded {
  /** To be sent with the form as `kept`; dropped after a day when no remark claims them. */
  readonly kept: readonly KeptFile[];
  /** Why a file was not taken, in words. */
  readonly refused: readonly string[];
}

/** Files of a form that is being filled in, sent by its script one by one; without the script they go with their page. */
@ApiExcludeController()
@Controller(`${LANGUAGE}/discussions/:id/remark-uploads`)
export class RemarkUploadsPage {
  constructor(
    private readonly discussions: DiscussionById,
    private readonly attachments: Attachments,
  ) {}

  @Post()
  @Public()
  @FilesCounted()
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  async receive(@Visit() visit: PageVisit, @Param('id') id: string, @Req() request: FastifyRequest): Promise<Uploaded> {
    const discussion = await this.discussions.execute(id);
    if (standingOf(discussion) !== 'open') throw new DomainError('wrong-state', 'the discussion takes no remarks now');
    if (!request.isMultipart()) throw new DomainError('invalid-input', 'files come as multipart/form-data');
    const { files, refused } = await this.attachments.receive(request);
    return { kept: files, refused: refused.map((file) => reasonOf(file, visit)) };
  }
}

function reasonOf(file: Parameters<typeof addRefusedFile>[0], { t }: PageVisit): string {
  const errors = new FormErrors();
  addRefusedFile(file, errors, t);
  return errors.summary.map(({ text }) => text).join(' ');
}
