import { may } from '#lib/identity';
import {
  GroupingProgress,
  GroupsOfDiscussion,
  type MemberRemark,
  MembersOfGroup,
  type RemarkGroupInFull,
} from '#lib/consideration';
import type { DiscussionDetails } from '#lib/discussion';
import { DraftTexts } from '#lib/drafting';
import { Injectable } from '@nestjs/common';
import { Form } from '../../../pages-kit/form.js';
import { figuresOf } from '../../../pages-kit/figures.js';
import { type FormErrors, noErrors, withErrors } from '../../../pages-kit/form-errors.js';
import { row, type SummaryRow } from '../../../pages-kit/summary-row.js';
import { inLanguage } from '../../../pages-kit/titles.js';
import type { PageVisit } from '../../../pages-kit/visit.js';
import type { OfficerActor } from '../../../rights/person.js';
import { OwnDiscussion } from '../../own-discussion.js';
import { doneMessage } from '../done-message.js';
import { backToGroups } from './group-models.js';
import type { DissolveModel, GroupModel } from './group.view.js';
import { shownRemarks } from './shown-remark.js';

export interface GroupAsked {
  readonly id: string;
  readonly no: number;
  readonly officer: OfficerActor;
  readonly query?: object;
  readonly errors?: FormErrors;
}

const SIZE = 50;

/** One confirmed group. */
@Injectable()
export class GroupPageModels {
  constructor(
    private readonly discussions: OwnDiscussion,
    private readonly texts: DraftTexts,
    private readonly groups: GroupsOfDiscussion,
    private readonly members: MembersOfGroup,
    private readonly progress: GroupingProgress,
  ) {}

  /** @throws DomainError `not-found` also for another body's discussion, and for a dissolved group */
  async of(visit: PageVisit, { id, no, officer, query = {}, errors }: GroupAsked): Promise<GroupModel> {
    const discussion = await this.discussions.of(id, officer);
    const group = await this.groups.one(id, no, officer);
    const form = new Form(query);
    const after = form.optional('after');
    const page = await this.members.of(id, no, officer, { size: SIZE, ...(after ? { after } : {}) });
    const { clauses } = await this.texts.byVersion(discussion.versionId);
    const { isOpen } = await this.progress.of(id, officer);
    const here = visit.to(`officer/discussions/${id}/groups/${no}`);
    const title = inLanguage(discussion.title, visit.language);
    const text = group.representative?.text ?? '';
    const shown = shownRemarks(page.items, { visit, zone: discussion.zone, clauses, text });
    return {
      ...(errors ? withErrors(errors) : noErrors),
      back: backToGroups(discussion, visit, true),
      heading: visit.t('grouping.group', { no }),
      title: title.text,
      titleLanguage: title.language,
      done: doneMessage(form.text('done'), visit.t),
      note: isOpen ? null : visit.t('grouping.not-now'),
      facts: factsOf(group, discussion, visit),
      ...representativeOf(group, page.items, visit),
      members: shown.map((remark, index) => ({
        ...remark,
        isRepresentative: remark.number === group.representative?.number,
        isStanding: page.items[index]?.state === 'RECEIVED',
      })),
      mayGroup: isOpen && may(officer, 'remarks.group'),
      here,
      pages: {
        ...(page.next ? { next: `${here}?after=${encodeURIComponent(page.next)}` } : {}),
        ...(after ? { first: here } : {}),
      },
    };
  }

  /** @throws as `of` */
  async dissolving(visit: PageVisit, { id, no, officer, errors }: GroupAsked): Promise<DissolveModel> {
    const { members, seen } = await this.groups.one(id, no, officer);
    const here = visit.to(`officer/discussions/${id}/groups/${no}`);
    return {
      ...(errors ? withErrors(errors) : noErrors),
      back: { href: here, text: visit.t('grouping.group', { no }) },
      heading: visit.t('grouping.dissolve-title', { no }),
      means: visit.t('grouping.dissolve-means', { members }),
      seen,
      action: `${here}/dissolve`,
      groupHref: here,
    };
  }
}

function factsOf(group: RemarkGroupInFull, { zone }: DiscussionDetails, visit: PageVisit): SummaryRow[] {
  const { t, when } = visit;
  const { kind, members, standing, authors, confirmedAt } = group;
  return [
    row(t('grouping.kind'), t(`grouping.kind.${kind}`)),
    row(t('grouping.counts'), t('grouping.members', { members, standing })),
    row(t('grouping.senders'), figuresOf(visit).number(authors)),
    row(t('grouping.confirmed-at'), when(confirmedAt, zone)),
  ];
}

function representativeOf({ representative }: RemarkGroupInFull, members: readonly MemberRemark[], { t }: PageVisit) {
  if (!representative) return { representative, legend: null };
  const { number, text } = representative;
  const differs = members.some((member) => member.text !== text);
  return {
    representative: { heading: t('grouping.of-remark', { number }), text },
    legend: differs ? t('grouping.legend', { number }) : null,
  };
}
