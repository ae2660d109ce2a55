import { GroundTemplates, type KeptTemplate } from '#lib/consideration';
import type { DiscussionDetails } from '#lib/discussion';
import { profileById, reasonsFor } from '#lib/time-limits';
import { Injectable } from '@nestjs/common';
import type { Form } from '../../../pages-kit/form.js';
import { type ChangeableClause, changeableNames } from '../../changeable.js';
import type { PageVisit } from '../../../pages-kit/visit.js';
import type { OfficerActor } from '../../../rights/person.js';
import type { TypedDecision } from './decision-form.js';

interface Option {
  readonly value: string;
  readonly text: string;
  readonly selected?: boolean;
}

/** What the fields of a decision offer, and what stands in them. */
export interface DecisionFieldsModel {
  readonly values: TypedDecision;
  readonly reasons: readonly Option[];
  readonly clauses: readonly { readonly value: string; readonly text: string; readonly checked: boolean }[];
  /** Grounds to start from; none: the body keeps none. */
  readonly templates: readonly Option[];
}

export interface FieldsOf {
  readonly discussion: DiscussionDetails;
  /** Clauses that an accepted point may have changed. */
  readonly changeable: readonly ChangeableClause[];
}

@Injectable()
export class DecisionFields {
  constructor(private readonly templates: GroundTemplates) {}

  async model(
    visit: PageVisit,
    of: FieldsOf,
    typed: TypedDecision,
    officer: OfficerActor,
  ): Promise<DecisionFieldsModel> {
    const { t, language } = visit;
    const choose = { value: '', text: t('decide.choose') };
    const templates = await this.templates.of(officer);
    return {
      values: typed,
      reasons: [
        choose,
        ...reasonsOf(of.discussion).map(({ code, title }) => ({
          value: code,
          text: title[language],
          selected: code === typed.reasonCode,
        })),
      ],
      clauses: [...changeableNames(of.changeable, visit)].map(([value, text]) => ({
        value,
        text,
        checked: typed.changedClauses.includes(value),
      })),
      templates:
        templates.length === 0 ? [] : [choose, ...templates.map(({ id, name }) => ({ value: id, text: name }))],
    };
  }

  /** The typed decision with the chosen template in its place; undefined when the form does not ask for one. */
  async inserted(form: Form, typed: TypedDecision, discussion: DiscussionDetails, officer: OfficerActor) {
    if (form.text('insert') === '') return undefined;
    const chosen = (await this.templates.of(officer)).find(({ id }) => id === form.text('template'));
    return chosen ? withTemplate(typed, chosen, discussion) : typed;
  }
}

export const reasonsOf = ({ profileId, kind }: DiscussionDetails) =>
  reasonsFor(profileById(profileId).decisions.reasons, kind);

function withTemplate(typed: TypedDecision, template: KeptTemplate, discussion: DiscussionDetails): TypedDecision {
  const { reasonCode, groundKk, groundRu } = template;
  const reason = reasonsOf(discussion).find(({ code }) => code === reasonCode);
  const outcome = reason?.isTakenIntoAccount ? 'TAKEN_INTO_ACCOUNT' : 'NOT_TAKEN_INTO_ACCOUNT';
  return {
    ...typed,
    outcome: reason ? outcome : typed.outcome,
    reasonCode: reason ? reasonCode : '',
    groundKk,
    groundRu,
  };
}
