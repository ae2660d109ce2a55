import { assertMayDraft, type Dossier, DraftTexts, SaveDraftVersion } from '#lib/drafting';
import { CLOCK, type Clock } from '#lib/kernel';
import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { textChoice } from '../../../discussion/pages/text/text-language.js';
import type { PageAnswer } from '../../../pages-kit/answer.js';
import { Form } from '../../../pages-kit/form.js';
import { FormErrors } from '../../../pages-kit/form-errors.js';
import { LANGUAGE } from '../../../pages-kit/language.js';
import { type PageVisit, Visit } from '../../../pages-kit/visit.js';
import { LongBody } from '../../../request/long-body.js';
import { May } from '../../../rights/may.js';
import { Officer, type OfficerActor } from '../../../rights/person.js';
import { OwnDossier } from '../../own-dossier.js';
import { fieldsOf, type TypedDraft, typedDraft } from '../../typed-draft.js';
import { typedAgain } from '../draft-faults.js';
import { rulesOf } from '../placement-form.js';
import { savedNote, savedQuery } from '../procedure-model.js';
import { previewModel } from '../preview/preview-model.js';
import { previewView } from '../preview/preview.view.js';
import { actOf, afterAct } from './editor-act.js';
import { addEditorFaults, DRAFT } from './editor-faults.js';
import { type Edited, editorModel } from './editor-model.js';
import { editorView } from './editor.view.js';

/** The text of a draft, clause by clause. Its buttons give the form back with their change; only `save` makes a version. */
@ApiExcludeController()
@Controller(`${LANGUAGE}/officer/procedures/:id/text`)
export class EditorPage {
  constructor(
    private readonly dossiers: OwnDossier,
    private readonly texts: DraftTexts,
    private readonly saveVersion: SaveDraftVersion,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @May('draft.save')
  async show(
    @Visit() visit: PageVisit,
    @Param('id') id: string,
    @Query() query: object,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    const dossier = await this.dossiers.of(id, officer);
    assertMayDraft(dossier.state);
    const draft = await this.latest(dossier);
    const saved = savedNote(new Form(query), visit);
    return this.page(visit, dossier, { draft, hasEnglish: this.hasEnglish(dossier, draft), isUnsaved: false, saved });
  }

  @Post()
  @May('draft.save')
  @LongBody()
  async act(
    @Visit() visit: PageVisit,
    @Param('id') id: string,
    @Body() body: unknown,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    const dossier = await this.dossiers.of(id, officer);
    const form = new Form(body);
    const draft = typedDraft(form);
    const act = actOf(form);
    const hasEnglish = form.text('english') !== '' || act.kind === 'english' || this.hasEnglish(dossier, draft);
    const errors = new FormErrors();
    try {
      assertMayDraft(dossier.state);
      const { clauses, focus } = afterAct(draft.clauses, act);
      if (act.kind === 'preview') return previewOf(visit, id, draft);
      if (act.kind !== 'save')
        return this.page(visit, dossier, { draft: { ...draft, clauses }, hasEnglish, focus, isUnsaved: true });
      if (clauses.length > 0) return await this.save(visit, draft, id, officer);
      errors.add(DRAFT, visit.t('drafting.edit-empty'));
      return this.page(visit, dossier, { draft, hasEnglish, errors, isUnsaved: true });
    } catch (error) {
      const status = addEditorFaults(error, errors, visit);
      if (status === undefined) throw error;
      const again = { ...typedAgain(error, draft), hasEnglish, errors, isUnsaved: true };
      return this.page(visit, dossier, again, status);
    }
  }

  private async save(visit: PageVisit, draft: TypedDraft, id: string, officer: OfficerActor): Promise<PageAnswer> {
    const saved = await this.saveVersion.execute({ procedureId: id, ...draft }, officer);
    return visit.go(`officer/procedures/${id}/text${savedQuery(saved)}`);
  }

  private page(visit: PageVisit, dossier: Dossier, edited: Edited, status = 422): PageAnswer {
    const model = editorModel(visit, dossier, edited);
    const facts = { title: visit.t('drafting.edit'), carried: { id: 'draft', address: model.action } };
    return visit.showForm(editorView, model, facts, status);
  }

  private async latest({ latestVersion, title }: Dossier): Promise<TypedDraft> {
    if (!latestVersion) return { basedOn: 0, title, clauses: [] };
    const { version, title: heading, clauses } = await this.texts.byVersion(latestVersion.id);
    return { basedOn: version, title: heading, clauses };
  }

  /** Where the procedure or the text has it. */
  private hasEnglish(dossier: Dossier, { title, clauses }: TypedDraft): boolean {
    const { draftLanguages } = rulesOf(dossier, this.clock.now());
    return draftLanguages.includes('en') || [title, ...clauses.map(({ text }) => text)].some(({ en }) => en);
  }
}

/** What is typed, as readers would see it, with the way back to it. */
function previewOf(visit: PageVisit, dossierId: string, draft: TypedDraft): PageAnswer {
  const { title, clauses } = draft;
  const typed = { action: visit.to(`officer/procedures/${dossierId}/text`), fields: fieldsOf(draft) };
  const choice = textChoice(clauses, 'both', visit.language);
  const note = visit.t('drafting.preview-unsaved');
  const model = previewModel(visit, { dossierId, title, clauses, choice, note, typed });
  // In another language it is the editor again, which holds what is typed.
  const carried = { id: 'typed', address: typed.action };
  return visit.show(previewView, model, { title: visit.t('drafting.preview'), carried });
}
