import { may } from '#lib/identity';
import { type EntryLine, entryViews, PendingEntries, ReceivedEntries } from '#lib/discussion';
import { pageRequest } from '#lib/kernel';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PageAnswer } from '../../pages-kit/answer.js';
import { Form } from '../../pages-kit/form.js';
import { LANGUAGE } from '../../pages-kit/language.js';
import { inLanguage } from '../../pages-kit/titles.js';
import { type PageVisit, Visit } from '../../pages-kit/visit.js';
import { Officer, type OfficerActor } from '../../rights/person.js';
import { May } from '../../rights/may.js';
import { OwnEntries } from '../own-entries.js';
import { type EntriesModel, entriesView } from './entries.view.js';
import { arrivalOf, officialAt, stateTag } from './entry-words.js';

@ApiExcludeController()
@Controller(`${LANGUAGE}/officer/discussions/:id/entries`)
export class EntriesPage {
  constructor(
    private readonly own: OwnEntries,
    private readonly entries: ReceivedEntries,
    private readonly pending: PendingEntries,
  ) {}

  @Get()
  @May('entry.read')
  async show(
    @Visit() visit: PageVisit,
    @Param('id') id: string,
    @Query() query: object,
    @Officer() officer: OfficerActor,
  ): Promise<PageAnswer> {
    const discussion = await this.own.discussion(id, officer);
    const form = new Form(query);
    const shown = form.oneOf('view', entryViews) ?? 'to-confirm';
    const after = form.optional('after');
    const { items, next } = await this.entries.of(id, officer, pageRequest(20, after), shown);
    const here = visit.to(`officer/discussions/${id}/entries`);
    const title = inLanguage(discussion.title, visit.language);
    const model: EntriesModel = {
      back: { href: visit.to('officer'), text: visit.t('nav.desk') },
      title: title.text,
      titleLanguage: title.language,
      waiting: visit.t('entry.waiting', { count: await this.pending.count(id) }),
      newHref: may(officer, 'entry.make') ? `${here}/new` : null,
      sheetHref: may(officer, 'letters.import') ? visit.to(`officer/discussions/${id}/intake`) : null,
      tabs: entryViews.map((each) => ({
        href: `${here}?view=${each}`,
        text: visit.t(`entry.view.${each}`),
        isCurrent: each === shown,
      })),
      entries: items.map((entry) => line(entry, discussion.zone, here, visit)),
      pages: {
        ...(next ? { next: `${here}?view=${shown}&after=${encodeURIComponent(next)}` } : {}),
        ...(after ? { first: `${here}?view=${shown}` } : {}),
      },
    };
    return visit.show(entriesView, model, { title: visit.t('entry.list-title') });
  }
}

const line = (entry: EntryLine, zone: string, list: string, visit: PageVisit): EntriesModel['entries'][number] => ({
  href: `${list}/${entry.id}`,
  registration: entry.registration,
  channel: visit.t(`entry.channel.${entry.channel}`),
  from: entry.senderName ?? visit.t('privacy.sender-erased'),
  arrived: arrivalOf(entry, zone, visit),
  backdated: visit.t('entry.backdated', { days: entry.backdatedDays }),
  enteredBy: officialAt(entry.enteredBy, entry.enteredAt, zone, visit),
  state: stateTag(entry.state, visit),
});
