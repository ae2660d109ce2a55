import { StoredFiles } from '#lib/files';
import { NotFound } from '#lib/identity';
import { RecordReportPlacement, ReportPlacementsOf } from '#lib/reports';
import { Controller, Get, Header, Param, Post, Query, Req, type StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { addRefusedFile } from '../../../discussion/pages/remark-faults.js';
import type { PageAnswer } from '../../../pages-kit/answer.js';
import { Form } from '../../../pages-kit/form.js';
import { FormErrors } from '../../../pages-kit/form-errors.js';
import { LANGUAGE } from '../../../pages-kit/language.js';
import { type PageVisit, Visit } from '../../../pages-kit/visit.js';
import { download } from '../../../request/download.js';
import { Officer, type OfficerActor } from '../../../rights/person.js';
import { May } from '../../../rights/may.js';
import { OwnReport } from '../../own-report.js';
import { PlacementProof } from '../../placement-proof.js';
import { addPlacementFaults, typedPlacement } from './placement-input.js';
import { channelsOf, placementsPage } from './placements-model.js';
import { reportPath } from './report-frame.js';

/** Where the published report stands (R8.3, REQ-65). */
@ApiExcludeController()
@Controller(`${LANGUAGE}/officer/discussions/:id/report/placements`)
export class ReportPlacementsPage {
  constructor(
    private readonly own: OwnReport,
    private readonly placements: ReportPlacementsOf,
    private readonly proofs: PlacementProof,
    private readonly record: RecordReportPlacement,
    private readonly files: StoredFiles,
  ) {}

  @Get()
  @May('report.read')
  async show(
    @Visit() visit: PageVisit,
    @Param('id') id: string,
    @Officer() officer: OfficerActor,
    @Query('done') done?: string,
  ): Promise<PageAnswer> {
    const state = await this.own.of(id, officer);
    return placementsPage({
      state,
      placements: await this.placements.of(id),
      proofs: await this.placements.proofFiles(id, officer),
      visit,
      isDone: done !== undefined,
    });
  }

  @Post()
  @May('report.place')
  async add(
    @Visit() visit: PageVisit,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    const state = await this.own.of(id, officer);
    const { fields, proofFileId, refused } = await this.proofs.receive(request);
    const [typed, errors] = [new Form(fields), new FormErrors()];
    const placements = await this.placements.of(id);
    const shown = { state, placements, proofs: await this.placements.proofFiles(id, officer), visit, typed };
    if (typed.changesLanguage) return placementsPage(shown);
    const choice = { channels: channelsOf(state, placements), zone: state.discussion.zone };
    const placement = typedPlacement(typed, choice, errors, visit.t);
    if (refused) addRefusedFile(refused, errors, visit.t, 'proof');
    if (placement && errors.isEmpty) {
      try {
        await this.record.execute({ discussionId: id, placement, ...(proofFileId ? { proofFileId } : {}) }, officer);
        return visit.go(`${reportPath(id, 'placements')}?done=1`);
      } catch (error) {
        if (!addPlacementFaults(error, errors, visit.t)) throw error;
      }
    }
    return placementsPage({ ...shown, errors });
  }

  /** The kept file that proves a placement, for officials of the own body. */
  @Get('proofs/:sha256')
  @May('report.read')
  @Header('cache-control', 'no-store')
  async proof(
    @Param() { id, sha256 }: { id: string; sha256: string },
    @Officer() officer: OfficerActor,
  ): Promise<StreamableFile> {
    const fileId = (await this.placements.proofFiles(id, officer)).get(sha256);
    if (fileId === undefined) throw new NotFound('file');
    return download(await this.files.read(fileId));
  }
}
