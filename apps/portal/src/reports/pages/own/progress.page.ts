import { setTimeout as pause } from 'node:timers/promises';
import { DomainError } from '#lib/kernel';
import { ReportRunOf } from '#lib/reports';
import { Controller, Get, Header, Param, type StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { OwnDiscussion } from '../../../consideration/own-discussion.js';
import { LANGUAGE } from '../../../pages-kit/language.js';
import { type PageVisit, Visit } from '../../../pages-kit/visit.js';
import { EventStreams, HEARTBEAT, streamEvent } from '../../../request/event-streams.js';
import { Officer, type OfficerActor } from '../../../rights/person.js';
import { May } from '../../../rights/may.js';
import { runWords } from './run-words.js';

/** Milliseconds between two looks at the run. */
const LOOK_EVERY = 1_000;
/** Looks without news after which a sign of life is sent: proxies close what is silent. */
const SILENT_LOOKS = 10;
/** What a browser waits before it asks again. */
const RETRY = 'retry: 3000\n\n';

@ApiExcludeController()
@Controller(`${LANGUAGE}/officer/discussions/:id/report/progress`)
export class ProgressPage {
  constructor(
    private readonly discussions: OwnDiscussion,
    private readonly runs: ReportRunOf,
    private readonly streams: EventStreams,
  ) {}

  /**
   * The steps of the newest run as they go: `progress` whenever something changed, `end` when it is over. A look takes a database
   * connection for its one query, never while it waits.
   */
  @Get()
  @May('report.read')
  @Header('cache-control', 'no-store, no-transform')
  @Header('x-accel-buffering', 'no')
  @Header('connection', 'close')
  async watch(
    @Visit() visit: PageVisit,
    @Param('id') id: string,
    @Officer() officer: OfficerActor,
  ): Promise<StreamableFile> {
    const { zone } = await this.discussions.of(id, officer);
    const first = await this.runs.newest(id, officer);
    if (!first) throw new DomainError('not-found', 'no report is being made of this discussion');
    return this.streams.answer((signal) => this.news({ runId: first.id, zone, visit, officer }, signal));
  }

  private async *news({ runId, zone, visit, officer }: Watching, signal: AbortSignal): AsyncGenerator<string> {
    yield RETRY;
    let said = '';
    for (let silent = 0; !signal.aborted; silent++) {
      const run = await this.runs.byId(runId, officer);
      const words = run && runWords(run, zone, visit);
      const text = words ? streamEvent('progress', words) : said;
      if (text !== said) {
        yield text;
        [said, silent] = [text, 0];
      } else if (silent >= SILENT_LOOKS) {
        yield HEARTBEAT;
        silent = 0;
      }
      if (!words?.isRunning) {
        yield streamEvent('end', { state: run?.state ?? null });
        return;
      }
      await pause(LOOK_EVERY, undefined, { signal }).catch(() => undefined);
    }
  }
}

interface Watching {
  readonly runId: string;
  readonly zone: string;
  readonly visit: PageVisit;
  readonly officer: OfficerActor;
}
