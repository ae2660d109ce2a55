import { PlaceDraft } from '#lib/discussion';
import type { Dossier } from '#lib/drafting';
import { citizen, CLOCK, type Clock } from '#lib/kernel';
import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PageAnswer } from '../../pages-kit/answer.js';
import { Form } from '../../pages-kit/form.js';
import { FormErrors } from '../../pages-kit/form-errors.js';
import { LANGUAGE } from '../../pages-kit/language.js';
import { type PageVisit, Visit } from '../../pages-kit/visit.js';
import { Officer, type OfficerActor } from '../../rights/person.js';
import { May } from '../../rights/may.js';
import { DossierFacts } from '../dossier-facts.js';
import { OwnDossier } from '../own-dossier.js';
import { obstacleLines } from './obstacle-lines.js';
import { outagesModel } from './outages-model.js';
import { addPlacementFault, placementsOf, rulesOf, typedPlacements } from './placement-form.js';
import { mayWrite, procedureModel, savedNote } from './procedure-model.js';
import { type ProcedureModel, procedureView } from './procedure.view.js';

/** The form of the placement as it was sent, and what came of it. */
interface Typed {
  readonly form: Form;
  readonly errors?: FormErrors;
  readonly saved?: ProcedureModel['saved'];
}

@ApiExcludeController()
@Controller(`${LANGUAGE}/officer/procedures/:id`)
export class ProcedurePage {
  constructor(
    private readonly dossiers: OwnDossier,
    private readonly facts: DossierFacts,
    private readonly placeDraft: PlaceDraft,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @May('dossier.read')
  async show(
    @Visit() visit: PageVisit,
    @Param('id') id: string,
    @Query() query: object,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    const dossier = await this.dossiers.of(id, officer);
    return this.answer(visit, dossier, { form: new Form({}), saved: savedNote(new Form(query), visit) });
  }

  @Post()
  @May('draft.place')
  async place(
    @Visit() visit: PageVisit,
    @Param('id') id: string,
    @Body() body: unknown,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    const dossier = await this.dossiers.of(id, officer);
    const form = new Form(body);
    if (form.changesLanguage) return this.answer(visit, dossier, { form });
    const errors = new FormErrors();
    const profile = rulesOf(dossier, this.clock.now());
    const placements = placementsOf(form, profile, errors, visit.t);
    if (!errors.isEmpty) return this.answer(visit, dossier, { form, errors });
    try {
      const discussionId = await this.placeDraft.execute({ procedureId: id, placements }, officer);
      return visit.go(`discussions/${discussionId}`);
    } catch (error) {
      if (!addPlacementFault(error, errors, visit.t)) throw error;
      return this.answer(visit, dossier, { form, errors });
    }
  }

  private async answer(visit: PageVisit, dossier: Dossier, { form, errors, saved = null }: Typed): Promise<PageAnswer> {
    const profile = rulesOf(dossier, this.clock.now());
    const { draft, versions, outages, obstacles } = await this.facts.of(
      dossier,
      profile,
      visit.request.officer ?? citizen,
    );
    const own = { dossierId: dossier.id, mayDraft: mayWrite(dossier, visit) };
    const model = procedureModel({
      visit,
      dossier,
      profile,
      draft,
      versions,
      placements: typedPlacements(form, profile, visit),
      outages: outagesModel(outages, profile.closing.zone, visit),
      discussionId: outages?.discussionId,
      obstacles: obstacles && obstacleLines(obstacles, draft?.clauses ?? [], own, visit),
      saved,
      errors,
    });
    const carried = model.mayPlace ? { carried: { id: 'placement', address: model.action } } : {};
    return visit.showForm(procedureView, model, { title: model.title, ...carried });
  }
}
