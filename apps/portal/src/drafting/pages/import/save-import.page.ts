import { SaveDraftVersion } from '#lib/drafting';
import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PageAnswer } from '../../../pages-kit/answer.js';
import { Form } from '../../../pages-kit/form.js';
import { FormErrors } from '../../../pages-kit/form-errors.js';
import { LANGUAGE } from '../../../pages-kit/language.js';
import { type PageVisit, Visit } from '../../../pages-kit/visit.js';
import { LongBody } from '../../../request/long-body.js';
import { May } from '../../../rights/may.js';
import { Officer, type OfficerActor } from '../../../rights/person.js';
import { OwnDossier } from '../../own-dossier.js';
import { typedDraft } from '../../typed-draft.js';
import { addDraftFault, typedAgain } from '../draft-faults.js';
import { savedQuery } from '../procedure-model.js';
import { readDraftView } from './import-draft.view.js';
import { readDraftModel, readFacts } from './read-draft-model.js';

/** Saves what was read from files and looked at: the page carries it, so no file is kept. */
@ApiExcludeController()
@Controller(`${LANGUAGE}/officer/procedures/:id/import/version`)
export class SaveImportPage {
  constructor(
    private readonly dossiers: OwnDossier,
    private readonly saveVersion: SaveDraftVersion,
  ) {}

  @Post()
  @May('draft.save')
  @LongBody()
  async save(
    @Visit() visit: PageVisit,
    @Param('id') id: string,
    @Body() body: unknown,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    await this.dossiers.of(id, officer);
    const form = new Form(body);
    const draft = typedDraft(form);
    const errors = new FormErrors();
    if (form.changesLanguage) return show(visit, { dossierId: id, draft });
    if (draft.clauses.length === 0) {
      errors.add('read', visit.t('drafting.edit-empty'));
      return show(visit, { dossierId: id, draft, errors });
    }
    try {
      const saved = await this.saveVersion.execute({ procedureId: id, ...draft }, officer);
      return visit.go(`officer/procedures/${id}${savedQuery(saved)}`);
    } catch (error) {
      const status = addDraftFault(error, 'read', errors, visit);
      if (status === undefined) throw error;
      return show(visit, { dossierId: id, ...typedAgain(error, draft), errors }, status);
    }
  }
}

function show(visit: PageVisit, read: Parameters<typeof readDraftModel>[1], status?: number): PageAnswer {
  const model = readDraftModel(visit, read);
  return visit.showForm(readDraftView, model, readFacts(model, visit), status);
}
