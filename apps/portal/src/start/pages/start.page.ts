import { DiscussionFigures, type Figures, ListDiscussions } from '#lib/discussion';
import { type AnswerRecord, type ClockLine, LegalClock } from '#lib/reports';
import { localDayOf } from '#lib/time-limits';
import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { discussionCard } from '../../discussion/pages/discussion-card.js';
import type { PageAnswer } from '../../pages-kit/answer.js';
import { figuresOf } from '../../pages-kit/figures.js';
import { LANGUAGE } from '../../pages-kit/language.js';
import { inLanguage } from '../../pages-kit/titles.js';
import { type PageVisit, Visit } from '../../pages-kit/visit.js';
import { Public } from '../../rights/public.js';
import { type StartModel, startView } from './start.view.js';

const CLOSING_SOON = 5;
const ANSWERED = 3;

@ApiExcludeController()
@Controller(LANGUAGE)
export class StartPage {
  constructor(
    private readonly discussions: ListDiscussions,
    private readonly figures: DiscussionFigures,
    private readonly clock: LegalClock,
  ) {}

  @Get()
  @Public()
  async show(@Visit() visit: PageVisit): Promise<PageAnswer> {
    const [open, figures, { record, answered }] = await Promise.all([
      this.discussions.execute({ status: 'open' }, { size: CLOSING_SOON }),
      this.figures.of(),
      this.clock.record(undefined, ANSWERED),
    ]);
    const listHref = visit.to('discussions');
    const model: StartModel = {
      listHref,
      openHref: `${listHref}?state=open`,
      reportedHref: `${listHref}?state=reported`,
      clockHref: visit.to('clock'),
      figures: factsOf(figures, record, visit),
      closingSoon: open.items.map((discussion) => discussionCard(discussion, visit)),
      answered: answered.map((line) => answeredCard(line, visit)),
    };
    return visit.show(startView, model, {
      title: visit.t('start.title'),
      description: visit.t('start.lead'),
      isForAll: true,
    });
  }
}

function factsOf({ open, remarks }: Figures, record: AnswerRecord, visit: PageVisit): StartModel['figures'] {
  const { t } = visit;
  const { number, percent } = figuresOf(visit);
  const due = record.answered + record.overdue;
  const share = due > 0 ? percent(Math.floor((record.inTime / due) * 100)) : '–';
  return [
    { value: number(open), name: t('start.figure-open') },
    { value: number(remarks), name: t('start.figure-remarks') },
    {
      value: share,
      name: t('start.figure-in-time'),
      note: due > 0 ? t('start.figure-in-time-note', { inTime: record.inTime, due }) : t('start.figure-none-due'),
    },
  ];
}

function answeredCard(line: ClockLine, visit: PageVisit): StartModel['answered'][number] {
  const title = inLanguage(line.title, visit.language);
  const developer = inLanguage(line.developer, visit.language);
  const day = line.publishedAt ? visit.day(localDayOf(line.publishedAt, line.zone)) : '';
  return {
    href: visit.to(`discussions/${line.discussionId}/report`),
    title: title.text,
    titleLanguage: title.language,
    developer: developer.text,
    developerLanguage: developer.language,
    fact: `${visit.t('start.answered-on', { day })} · ${visit.t('remarks.count', { count: line.remarks })}`,
  };
}
