import { type DiscussionSummary, ListDiscussions } from '#lib/discussion';
import { Dossiers } from '#lib/drafting';
import { may } from '#lib/identity';
import { type Multilingual, pageRequest } from '#lib/kernel';
import type { Mention } from '#lib/consideration';
import { OFFICE_ZONE } from '#lib/localisation';
import type { SecurityAlarm } from '#lib/security-events';
import { StateBodies } from '#lib/service-register';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { closeText, standingTag } from '../../discussion/pages/standing.js';
import type { PageAnswer } from '../../pages-kit/answer.js';
import { LANGUAGE } from '../../pages-kit/language.js';
import { inLanguage } from '../../pages-kit/titles.js';
import { type PageVisit, Visit } from '../../pages-kit/visit.js';
import { Officer, type OfficerActor } from '../../rights/person.js';
import { May } from '../../rights/may.js';
import { DeskWork } from '../desk-work.js';
import { type DeskModel, deskView } from './desk.view.js';

@ApiExcludeController()
@Controller(`${LANGUAGE}/officer`)
export class DeskPage {
  constructor(
    private readonly bodies: StateBodies,
    private readonly dossiers: Dossiers,
    private readonly discussions: ListDiscussions,
    private readonly work: DeskWork,
  ) {}

  @Get()
  @May('desk.read')
  async show(
    @Visit() visit: PageVisit,
    @Officer() officer: OfficerActor,
    @Query('after') after?: string,
  ): Promise<PageAnswer> {
    const { bodyId } = officer;
    const body = await this.bodies.byId(bodyId);
    const drafts = await this.dossiers.list(pageRequest(50), {
      developerId: bodyId,
      states: ['REGISTERED', 'DRAFTING', 'RETURNED'],
    });
    const discussions = await this.discussions.execute({ developerId: bodyId }, pageRequest(20, after || undefined));
    const model: DeskModel = {
      body: body ? inLanguage(body.name, visit.language) : { text: '', language: visit.language },
      mentions: (await this.work.mentions(officer)).map((mention) => mentionLine(mention, visit)),
      alarms: (await this.work.alarms(officer)).map((alarm) => alarmLine(alarm, visit)),
      mayLookIn: may(officer, 'dossier.read') && may(officer, 'work.read') && may(officer, 'report.read'),
      newDraftHref: may(officer, 'dossier.begin') ? visit.to('officer/procedures/new') : null,
      dossiersHref: visit.to('officer/procedures'),
      templatesHref: visit.to('officer/templates'),
      erasuresHref: may(officer, 'erasure.settle') ? visit.to('officer/erasures') : null,
      drafts: drafts.items.map(({ id, title, state }) => ({
        href: visit.to(`officer/procedures/${id}`),
        ...titleOf(title, visit),
        state: visit.t(`procedure.state.${state}`),
      })),
      discussions: await Promise.all(discussions.items.map((summary) => this.line(summary, visit))),
      pages: {
        ...(discussions.next ? { next: visit.to(`officer?after=${encodeURIComponent(discussions.next)}`) } : {}),
        ...(after ? { first: visit.to('officer') } : {}),
      },
    };
    return visit.show(deskView, model, { title: visit.t('nav.desk') });
  }

  private async line(summary: DiscussionSummary, visit: PageVisit): Promise<DeskModel['discussions'][number]> {
    const { progress, entries } = await this.work.of(summary.id);
    return {
      ...titleOf(summary.title, visit),
      draftHref: visit.to(`discussions/${summary.id}`),
      state: standingTag(summary, visit),
      close: closeText(summary, visit),
      progress: visit.t('queue.progress', { ...progress }),
      dossierHref: visit.to(`officer/procedures/${summary.procedureId}`),
      queueHref: visit.to(`officer/discussions/${summary.id}/queue`),
      entriesHref: visit.to(`officer/discussions/${summary.id}/entries`),
      entries: visit.t('entry.waiting', { count: entries }),
      reportHref: visit.to(`officer/discussions/${summary.id}/report`),
    };
  }
}

function titleOf(name: Multilingual, { language }: PageVisit): { title: string; titleLanguage: string } {
  const title = inLanguage(name, language);
  return { title: title.text, titleLanguage: title.language };
}

const alarmLine = ({ kind, count, windowStart }: SecurityAlarm, visit: PageVisit): string =>
  visit.t('alarm.line', { kind: visit.t(`alarm.kind.${kind}`), count, at: visit.when(windowStart, OFFICE_ZONE) });

const mentionLine = (
  { number, author, writtenAt, zone }: Mention,
  visit: PageVisit,
): DeskModel['mentions'][number] => ({
  href: visit.to(`officer/remarks/${number}#work`),
  number,
  text: visit.t('mentions.line', { author, at: visit.when(writtenAt, zone) }),
});
