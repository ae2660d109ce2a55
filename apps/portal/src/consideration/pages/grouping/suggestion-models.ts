import { may } from '#lib/identity';
import {
  GroupingProgress,
  GroupSuggestions,
  type SuggestionMember,
  SuggestionMembers,
  type SuggestionToConfirm,
} from '#lib/consideration';
import { DraftTexts } from '#lib/drafting';
import type { Page } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { type FormErrors, noErrors, withErrors } from '../../../pages-kit/form-errors.js';
import { inLanguage } from '../../../pages-kit/titles.js';
import type { PageVisit } from '../../../pages-kit/visit.js';
import type { OfficerActor } from '../../../rights/person.js';
import { OwnDiscussion } from '../../own-discussion.js';
import { backToGroups } from './group-models.js';
import { percent } from './percent.js';
import { type ShownRemark, shownRemarks } from './shown-remark.js';
import type { SuggestionModel } from './suggestion.view.js';

export interface SuggestionAsked {
  readonly id: string;
  readonly suggestionId: string;
  readonly officer: OfficerActor;
  /** Where the page begins. */
  readonly after?: string;
  /** Numbers the officer has taken out so far. */
  readonly leftOut: readonly string[];
  readonly errors?: FormErrors;
}

/** Up to so many remarks are shown on one page; of more, a hundred at a time. */
const ON_ONE_PAGE = 500;
const A_PAGE = 100;

/** One suggestion: what is in it, how it differs, and what a confirmation means. */
@Injectable()
export class SuggestionModels {
  constructor(
    private readonly discussions: OwnDiscussion,
    private readonly texts: DraftTexts,
    private readonly suggestions: GroupSuggestions,
    private readonly members: SuggestionMembers,
    private readonly progress: GroupingProgress,
  ) {}

  /** @throws DomainError `not-found` also for another body's discussion, and for a suggestion that is settled */
  async of(visit: PageVisit, asked: SuggestionAsked): Promise<SuggestionModel> {
    const { id, suggestionId, officer, after } = asked;
    const discussion = await this.discussions.of(id, officer);
    const suggestion = await this.suggestions.one(id, suggestionId, officer);
    const size = suggestion.size > ON_ONE_PAGE ? A_PAGE : ON_ONE_PAGE;
    const page = await this.members.of(id, suggestionId, officer, { size, ...(after ? { after } : {}) });
    const { clauses } = await this.texts.byVersion(discussion.versionId);
    const { isOpen } = await this.progress.of(id, officer);
    const beside = { visit, zone: discussion.zone, clauses, text: suggestion.representative.text };
    const title = inLanguage(discussion.title, visit.language);
    return {
      ...(asked.errors ? withErrors(asked.errors) : noErrors),
      back: backToGroups(discussion, visit, false),
      title: title.text,
      titleLanguage: title.language,
      ...suggestionFacts(suggestion, visit),
      ...membersFacts(page, shownRemarks(page.items, beside), suggestion, asked, visit),
      mayGroup: isOpen && may(officer, 'remarks.group'),
      note: isOpen ? null : visit.t('grouping.not-now'),
      action: visit.to(`officer/discussions/${id}/groups/suggestions/${suggestionId}`),
    };
  }
}

function suggestionFacts(suggestion: SuggestionToConfirm, { t }: PageVisit) {
  const { kind, size, authors, joins, representative, seen } = suggestion;
  return {
    kind: t(`grouping.kind.${kind}`),
    means:
      joins === null
        ? t('grouping.means-group', { size, authors })
        : t('grouping.means-join', { size, authors, no: joins }),
    representative: {
      heading: t('grouping.of-remark', { number: representative.number }),
      text: representative.text,
    },
    legend: kind === 'EXACT' ? null : t('grouping.legend', { number: representative.number }),
    seen,
    confirmText: t(joins === null ? 'grouping.confirm' : 'grouping.confirm-join'),
  };
}

function membersFacts(
  page: Page<SuggestionMember>,
  shown: readonly ShownRemark[],
  { kind, size }: SuggestionToConfirm,
  { leftOut, after }: SuggestionAsked,
  { t }: PageVisit,
) {
  const here = new Set(page.items.map(({ number }) => number));
  return {
    members: shown.map((remark, index) => {
      const likeness = percent(page.items[index]?.likeness ?? 0);
      return {
        ...remark,
        likeness: kind === 'EXACT' ? null : t('grouping.likeness', { percent: likeness }),
        isKept: !leftOut.includes(remark.number),
      };
    }),
    shown: page.items.map(({ number }) => number).join(','),
    pageOf: page.items.length < size ? t('grouping.page-of', { shown: page.items.length, size }) : null,
    leaveOut: leftOut.filter((number) => !here.has(number)).join('\n'),
    after: after ?? null,
    next: page.next ?? null,
  };
}
