import { may } from '#lib/identity';
import type { QueueItem } from '#lib/consideration';
import { clauseNames, type StoredClause } from '#lib/drafting';
import type { Page } from '#lib/kernel';
import { profileById } from '#lib/time-limits';
import { type FormErrors, noErrors, withErrors } from '../../../pages-kit/form-errors.js';
import { selectOptions } from '../../../pages-kit/select-options.js';
import { inLanguage } from '../../../pages-kit/titles.js';
import { doneMessage } from '../done-message.js';
import type { QueueStanding } from './queue-facts.js';
import { queueLine } from './queue-line.js';
import type { OpenQueue } from './open-queue.js';
import { queueHref, queueQuery } from './queue-search.js';
import { queueTabs } from './queue-tabs.js';
import type { QueueModel } from './queue.view.js';

interface QueueModelFacts extends OpenQueue {
  readonly errors?: FormErrors;
  readonly standing: QueueStanding;
  readonly clauses: readonly StoredClause[];
  readonly page: Page<QueueItem>;
  readonly found: number;
}

/** The remarks an officer works through, and what can be done with some of them at once. */
export function queueModel(facts: QueueModelFacts): QueueModel {
  const { visit, discussion, search, errors, standing, clauses, page, found } = facts;
  const { t } = visit;
  const query = queueQuery(search);
  const here = queueHref(discussion.id, query, visit);
  const title = inLanguage(discussion.title, visit.language);
  const names = clauseNames(clauses, visit.language, t);
  return {
    ...(errors ? withErrors(errors) : noErrors),
    back: { href: visit.to('officer'), text: t('nav.desk') },
    title: title.text,
    titleLanguage: title.language,
    done: doneMessage(search.text('done'), t),
    progress: t('queue.progress', { ...standing.progress }),
    note: discussion.state === 'OPEN' ? t('queue.before-close') : null,
    tabs: queueTabs(facts, query),
    action: visit.to(`officer/discussions/${discussion.id}/queue`),
    filter: filterModel(facts, names),
    found: t('queue.found', { count: found }),
    items: page.items.map((item) => queueLine(item, { visit, names, zone: discussion.zone, query })),
    acts: page.items.length > 0 ? actsOf(facts, query) : null,
    links: linksOf(facts),
    hidings: standing.hidings.waiting.map(({ number, ground }) => ({
      href: visit.to(`officer/remarks/${number}/hiding`),
      text: `${number}: ${t(`hiding.ground.${ground}`)}`,
    })),
    objections: standing.hidings.objections.map((number) => ({
      href: visit.to(`officer/remarks/${number}/hiding`),
      text: number,
    })),
    pages: {
      ...(page.next ? { next: `${here}${query === '' ? '?' : '&'}after=${encodeURIComponent(page.next)}` } : {}),
      ...(search.text('after') ? { first: here } : {}),
    },
  };
}

function filterModel(
  { visit, search, standing }: QueueModelFacts,
  names: ReadonlyMap<string, string>,
): QueueModel['filter'] {
  const { t } = visit;
  const options = (name: string, all: Iterable<readonly [string, string]>) =>
    selectOptions(all, search.text(name), t('queue.any'));
  const kept = ['flagged', 'overdue', 'unconfirmed'].filter((name) => search.text(name) !== '');
  return {
    undecided: search.text('undecided') !== '',
    words: search.text('words'),
    kept: kept.map((name) => ({ name, value: search.text(name) })),
    kinds: options('kind', [
      ['REMARK', t('remark.kind.remark')],
      ['PROPOSAL', t('remark.kind.proposal')],
    ]),
    clauses: options('clause', [['whole-draft', t('draft.whole')], ...names]),
    senders: options('sender', [
      ['confirmed', t('queue.sender-confirmed')],
      ['signed', t('queue.sender-signed')],
      ['named', t('queue.sender-named')],
    ]),
    workers: options('worker', [
      ['mine', t('work.mine')],
      ['nobody', t('work.nobody')],
      ...standing.colleagues.map(({ id, name }) => [id, name] as const),
    ]),
  };
}

function actsOf(
  { visit, discussion, officer, standing, page, found }: QueueModelFacts,
  query: string,
): QueueModel['acts'] {
  if (!may(officer, 'work.share')) return null;
  const { t } = visit;
  const base = visit.to(`officer/discussions/${discussion.id}`);
  const isClosed = discussion.state === 'CLOSED';
  return {
    work: `${base}/queue`,
    answer: isClosed ? `${base}/answers` : '',
    query,
    all: found > page.items.length ? t('queue.all-found', { count: found }) : null,
    colleagues: [
      { value: '', text: t('decide.choose') },
      ...standing.colleagues.map(({ id, name }) => ({ value: id, text: name })),
    ],
    mayConfirm: isClosed && profileById(discussion.profileId).secondOfficer.decisions,
  };
}

function linksOf({ visit, discussion }: QueueModelFacts): QueueModel['links'] {
  const { t } = visit;
  const own = (path: string) => visit.to(`officer/discussions/${discussion.id}/${path}`);
  const isReleased = profileById(discussion.profileId).moderation.publication === 'before';
  return [
    ...(isReleased ? [{ href: own('waiting'), text: t('waiting.link', { count: discussion.waiting }) }] : []),
    { href: own('groups'), text: t('grouping.title') },
    { href: own('sheet'), text: t('sheet.page-title') },
    { href: own('changes'), text: t('changes.title') },
    { href: own('entries'), text: t('entry.list-title') },
    { href: visit.to('officer/templates'), text: t('templates.title') },
    { href: visit.to(`discussions/${discussion.id}/moderation`), text: t('moderation.title') },
    { href: own('report'), text: t('report.page-title') },
  ];
}
