import { ConsiderationProgress, ConsiderationQueue, type QueueFilter, type QueueItem } from '#lib/consideration';
import { HidingsOf } from '#lib/discussion';
import { DraftTexts, type StoredClause } from '#lib/drafting';
import { pageRequest } from '#lib/kernel';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { clauseNames } from '../../discussion/pages/clause-names.js';
import type { PageAnswer } from '../../pages-kit/answer.js';
import { Form } from '../../pages-kit/form.js';
import { LANGUAGE } from '../../pages-kit/language.js';
import { inLanguage } from '../../pages-kit/titles.js';
import { type PageVisit, Visit } from '../../pages-kit/visit.js';
import { Officer, type OfficerActor } from '../../rights/person.js';
import { Roles } from '../../rights/roles.js';
import { OwnDiscussion } from '../own-discussion.js';
import { outcomeTag } from './outcome-tag.js';
import { type QueueModel, queueView } from './queue.view.js';

const kinds = ['REMARK', 'PROPOSAL'] as const;

@ApiExcludeController()
@Controller(`${LANGUAGE}/officer/discussions/:id/queue`)
export class QueuePage {
  constructor(
    private readonly discussions: OwnDiscussion,
    private readonly texts: DraftTexts,
    private readonly queue: ConsiderationQueue,
    private readonly progress: ConsiderationProgress,
    private readonly hidings: HidingsOf,
  ) {}

  @Get()
  @Roles('officer', 'signer')
  async show(
    @Visit() visit: PageVisit,
    @Param('id') id: string,
    @Query() query: object,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    const discussion = await this.discussions.of(id, officer);
    const form = new Form(query);
    const { clauses } = await this.texts.byVersion(discussion.versionId);
    const filter = filterOf(form, clauses);
    const page = await this.queue.of(id, officer, pageRequest(20, form.optional('after')), filter);
    const progress = await this.progress.of(id);
    const { waiting } = await this.hidings.of(id);
    const { t } = visit;
    const title = inLanguage(discussion.title, visit.language);
    const here = visit.to(`officer/discussions/${id}/queue`);
    const names = clauseNames(clauses, visit.language, t);
    const model: QueueModel = {
      back: { href: visit.to('officer'), text: t('nav.desk') },
      title: title.text,
      titleLanguage: title.language,
      progress: t('queue.progress', { ...progress }),
      note: discussion.state === 'OPEN' ? t('queue.before-close') : null,
      action: here,
      filter: filterModel(filter, clauses, visit),
      items: page.items.map((item) => line(item, names, discussion.zone, visit)),
      reportHref: visit.to(`officer/discussions/${id}/report`),
      groupsHref: visit.to(`officer/discussions/${id}/groups`),
      hidings: waiting.map(({ number, ground }) => ({
        href: visit.to(`officer/remarks/${number}/hiding`),
        text: `${number}: ${t(`hiding.ground.${ground}`)}`,
      })),
      moderationHref: visit.to(`discussions/${id}/moderation`),
      entriesHref: visit.to(`officer/discussions/${id}/entries`),
      pages: {
        ...(page.next ? { next: `${here}?${searchOf(filter, page.next)}` } : {}),
        ...(form.text('after') ? { first: `${here}?${searchOf(filter)}` } : {}),
      },
    };
    return visit.show(queueView, model, { title: t('queue.title') });
  }
}

function filterOf(form: Form, clauses: readonly StoredClause[]): QueueFilter {
  const clause = form.oneOf('clause', ['whole-draft', ...clauses.map(({ lineageId }) => lineageId)]);
  return { undecidedOnly: form.text('undecided') !== '', kind: form.oneOf('kind', kinds), clause };
}

function searchOf({ undecidedOnly, kind, clause }: QueueFilter, after?: string): string {
  return new URLSearchParams({
    ...(undecidedOnly ? { undecided: '1' } : {}),
    ...(kind ? { kind } : {}),
    ...(clause ? { clause } : {}),
    ...(after ? { after } : {}),
  }).toString();
}

function filterModel(filter: QueueFilter, clauses: readonly StoredClause[], { t, language }: PageVisit) {
  const option = (value: string, text: string, chosen = '') => ({ value, text, selected: value === chosen });
  return {
    undecided: filter.undecidedOnly ?? false,
    kinds: [
      option('', t('queue.any'), filter.kind),
      option('REMARK', t('remark.kind.remark'), filter.kind),
      option('PROPOSAL', t('remark.kind.proposal'), filter.kind),
    ],
    clauses: [
      option('', t('queue.any'), filter.clause),
      option('whole-draft', t('draft.whole'), filter.clause),
      ...[...clauseNames(clauses, language, t)].map(([id, name]) => option(id, name, filter.clause)),
    ],
  };
}

function line(
  item: QueueItem,
  names: ReadonlyMap<string, string>,
  zone: string,
  visit: PageVisit,
): QueueModel['items'][number] {
  const { t } = visit;
  const text = item.body.replaceAll(/\s+/g, ' ');
  return {
    href: visit.to(`officer/remarks/${item.number}`),
    number: item.number,
    kind: t(item.kind === 'REMARK' ? 'remark.kind.remark' : 'remark.kind.proposal'),
    about: item.anchors.map(({ lineageId }) => names.get(lineageId) ?? '').join('; ') || t('draft.whole'),
    receivedAt: visit.when(item.receivedAt, zone),
    text: text.length > 160 ? `${text.slice(0, 160)} …` : text,
    outcome: outcomeTag(item.outcome, t),
  };
}
