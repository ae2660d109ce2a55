import { may } from '#lib/identity';
import {
  type ConfirmedRemarkGroup,
  GroupingProgress,
  GroupsOfDiscussion,
  type GroupSuggestion,
  GroupSuggestions,
} from '#lib/consideration';
import type { DiscussionDetails } from '#lib/discussion';
import { type Page, pageRequest } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { Form } from '../../../pages-kit/form.js';
import { type FormErrors, noErrors, withErrors } from '../../../pages-kit/form-errors.js';
import { inLanguage } from '../../../pages-kit/titles.js';
import type { PageVisit } from '../../../pages-kit/visit.js';
import type { OfficerActor } from '../../../rights/person.js';
import { OwnDiscussion } from '../../own-discussion.js';
import { doneMessage } from '../done-message.js';
import type { GroupsModel } from './groups.view.js';
import { percent } from './percent.js';
import { searchProgress } from './search-progress.js';

export interface GroupsAsked {
  readonly id: string;
  /** The query of the address. */
  readonly query: object;
  readonly officer: OfficerActor;
  readonly errors?: FormErrors;
  readonly typed?: GroupsModel['typed'];
}

const SIZE = 20;

/** The page of all groups of a discussion: suggested ones, or confirmed ones. */
@Injectable()
export class GroupModels {
  constructor(
    private readonly discussions: OwnDiscussion,
    private readonly progress: GroupingProgress,
    private readonly suggestions: GroupSuggestions,
    private readonly groups: GroupsOfDiscussion,
  ) {}

  /** @throws NotFound also for another body's discussion */
  async of(visit: PageVisit, { id, query, officer, errors, typed }: GroupsAsked): Promise<GroupsModel> {
    const { t } = visit;
    const discussion = await this.discussions.of(id, officer);
    const form = new Form(query);
    const isConfirmed = form.text('show') === 'confirmed';
    const search = await this.progress.of(id, officer);
    const mayGroup = search.isOpen && may(officer, 'remarks.group');
    const here = visit.to(`officer/discussions/${id}/groups`);
    const list = `${here}${isConfirmed ? '?show=confirmed' : ''}`;
    const cards = await this.cards(visit, id, officer, { isConfirmed, after: form.optional('after') });
    const title = inLanguage(discussion.title, visit.language);
    return {
      ...(errors ? withErrors(errors) : noErrors),
      back: { href: visit.to(`officer/discussions/${id}/queue`), text: t('queue.title') },
      title: title.text,
      titleLanguage: title.language,
      done: doneMessage(form.text('done'), t),
      note: search.isOpen ? null : t('grouping.not-now'),
      progress: searchProgress(search, discussion.zone, visit),
      here,
      tabs: [
        { href: here, text: t('grouping.tab-suggestions'), isCurrent: !isConfirmed },
        { href: `${here}?show=confirmed`, text: t('grouping.tab-groups'), isCurrent: isConfirmed },
      ],
      isConfirmed,
      cards: cards.items,
      mayGroup,
      searchAction: `${here}/search`,
      makeAction: here,
      typed: typed ?? { numbers: '', joins: '' },
      pages: pagesOf(list, isConfirmed, cards.next, form.text('after')),
    };
  }

  private async cards(
    visit: PageVisit,
    id: string,
    officer: OfficerActor,
    { isConfirmed, after }: { isConfirmed: boolean; after?: string },
  ): Promise<Page<GroupsModel['cards'][number]>> {
    const page = pageRequest(SIZE, after);
    const here = visit.to(`officer/discussions/${id}/groups`);
    if (isConfirmed) {
      const { items, ...rest } = await this.groups.of(id, officer, page);
      return { ...rest, items: items.map((group) => groupCard(group, here, visit)) };
    }
    const { items, ...rest } = await this.suggestions.of(id, officer, page);
    return { ...rest, items: items.map((suggestion) => suggestionCard(suggestion, here, visit)) };
  }
}

function pagesOf(list: string, hasQuery: boolean, next: string | undefined, after: string): GroupsModel['pages'] {
  const more = next ? { next: `${list}${hasQuery ? '&' : '?'}after=${encodeURIComponent(next)}` } : {};
  return { ...more, ...(after ? { first: list } : {}) };
}

const excerpt = (text: string): string => {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > 240 ? `${line.slice(0, 240)} …` : line;
};

function suggestionCard(suggestion: GroupSuggestion, here: string, { t }: PageVisit): GroupsModel['cards'][number] {
  const { id, kind, size, authors, joins, likeness, representative } = suggestion;
  const [least, most] = [percent(likeness.least), percent(likeness.most)];
  return {
    href: `${here}/suggestions/${id}`,
    heading: t('grouping.size', { size, authors }),
    kind: t(`grouping.kind.${kind}`),
    counts: '',
    likeness: kind === 'EXACT' ? null : t('grouping.likeness-range', { least, most }),
    joins: joins === null ? null : t('grouping.joins', { no: joins }),
    number: representative.number,
    text: excerpt(representative.text),
  };
}

function groupCard(group: ConfirmedRemarkGroup, here: string, { t }: PageVisit): GroupsModel['cards'][number] {
  const { no, kind, members, standing, representative } = group;
  return {
    href: `${here}/${no}`,
    heading: t('grouping.group', { no }),
    kind: t(`grouping.kind.${kind}`),
    counts: t('grouping.members', { members, standing }),
    likeness: null,
    joins: null,
    number: representative?.number ?? '',
    text: representative ? excerpt(representative.text) : t('grouping.none-stands'),
  };
}

/** What stands over every page of one group or suggestion. */
export const backToGroups = (discussion: Pick<DiscussionDetails, 'id'>, visit: PageVisit, isConfirmed: boolean) => ({
  href: visit.to(`officer/discussions/${discussion.id}/groups${isConfirmed ? '?show=confirmed' : ''}`),
  text: visit.t('grouping.title'),
});
