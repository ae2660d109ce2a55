import { citizen, DomainError } from '#lib/kernel';
import { VisibleVersions } from '#lib/reports';
import { Injectable } from '@nestjs/common';
import type { PageAnswer } from '../../pages-kit/answer.js';
import { Form } from '../../pages-kit/form.js';
import { compareModel, type ComparisonFacts } from './compare-model.js';
import { compareView } from './compare.view.js';
import { comparingOf, PAGE } from './comparing.js';

export interface ComparisonAsked extends Pick<ComparisonFacts, 'visit' | 'title' | 'here' | 'back'> {
  readonly procedureId: string;
  /** The query of the address, as it came. */
  readonly query: object;
}

/** The page on which two versions of a draft are compared, for the public and for the body that develops it. */
@Injectable()
export class ComparisonAnswer {
  constructor(private readonly versions: VisibleVersions) {}

  /** @throws DomainError `not-found` for a version that is not there or not for these eyes */
  async of({ procedureId, query, ...facts }: ComparisonAsked): Promise<PageAnswer> {
    const { visit } = facts;
    const actor = visit.request.officer ?? citizen;
    const versions = await this.versions.of(procedureId, actor);
    if (versions.length === 0) throw new DomainError('not-found', 'there is no version to show');
    const asked = comparingOf(new Form(query), versions);
    const { from, to, page, clause } = asked;
    const choice = { isWhole: asked.text === 'whole', size: PAGE, passOver: (page - 1) * PAGE, holding: clause };
    const compared = await this.versions.compare({ procedureId, from, to }, actor, choice);
    const model = compareModel({ ...facts, asked, versions, compared });
    return visit.show(compareView, model, { title: visit.t('compare.title') });
  }
}
