import { CLOCK, type Clock } from '#lib/kernel';
import { OFFICE_ZONE } from '#lib/localisation';
import { LegalClock } from '#lib/reports';
import { Controller, Get, Inject } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PageAnswer } from '../../pages-kit/answer.js';
import { LANGUAGE } from '../../pages-kit/language.js';
import { type PageVisit, Visit } from '../../pages-kit/visit.js';
import { Public } from '../../rights/public.js';
import { boardView } from './board.view.js';
import { clockRow } from './clock-line.js';

/** What is due first stands first; a board of more rows than these nobody reads. */
const ROWS = 200;

@ApiExcludeController()
@Controller(`${LANGUAGE}/clock`)
export class BoardPage {
  constructor(
    private readonly clock: LegalClock,
    @Inject(CLOCK) private readonly time: Clock,
  ) {}

  @Get()
  @Public()
  async show(@Visit() visit: PageVisit): Promise<PageAnswer> {
    const { t } = visit;
    const lines = await this.clock.running();
    const overdue = lines.flatMap(({ terms }) => terms).filter(({ standing }) => standing === 'overdue').length;
    const model = {
      readAt: t('clock.read-at', { when: visit.when(lines[0]?.readAt ?? this.time.now(), OFFICE_ZONE) }),
      overdue: t('clock.overdue-count', { count: overdue }),
      rows: lines.slice(0, ROWS).map((line) => clockRow(line, visit)),
      showsDeveloper: true,
      more: lines.length > ROWS ? t('clock.more', { count: lines.length - ROWS }) : null,
    };
    return visit.show(boardView, model, { title: t('clock.title'), description: t('clock.lead'), isForAll: true });
  }
}
