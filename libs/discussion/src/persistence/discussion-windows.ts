import type { Transaction } from '#lib/database';
import { Outbox } from '#lib/jobs';
import { type Instant, plusMilliseconds } from '#lib/kernel';
import {
  discussionWindow,
  localDayOf,
  knownProfiles,
  type ProcedureProfile,
  type ProfileFamily,
  profileInForce,
  type WindowRequest,
} from '#lib/time-limits';
import { LoadWorkingCalendar } from '#lib/working-calendar';
import { Injectable } from '@nestjs/common';
import { type AnnouncedWindow, announcedWindow } from '../domain/announced-close.js';
import { DrainSeconds } from '../drain.js';
import { discussionDue, discussionExtended, discussionOpened } from '../events.js';

export type Showing = Omit<WindowRequest, 'calendar'>;

/** One row of `discussion` to be. */
export interface Opening extends AnnouncedWindow {
  readonly discussionId: string;
  readonly procedureId: string;
  readonly versionId: string;
  readonly showing: Showing;
}

/** Computes the windows of discussions and writes them down. */
@Injectable()
export class DiscussionWindows {
  constructor(
    private readonly calendar: LoadWorkingCalendar,
    private readonly outbox: Outbox,
    private readonly drain: DrainSeconds,
  ) {}

  /** @throws DomainError `placement-refused`, `term-not-computable` */
  async compute(tx: Transaction, showing: Showing): Promise<AnnouncedWindow> {
    const window = discussionWindow({ ...showing, calendar: await this.calendar.execute(tx) });
    const openAt = window.openAt ?? earliest(showing);
    if (!window.isStarted) return { openAt, termDate: null, lastDay: null, closeAt: null, strictCloseAt: null };
    const { termDate, lastDay, closeAt, strictCloseAt } = window;
    return { openAt, termDate, lastDay, closeAt, strictCloseAt };
  }

  async open(tx: Transaction, opening: Opening): Promise<void> {
    const { discussionId, showing } = opening;
    await tx.query(
      `insert into discussion (id, procedure_id, version_id, profile_id, state, zone, term_length, dropped_channels,
         open_at, term_date, last_day, close_at, strict_close_at, waits_hours)
       values ($1, $2, $3, $4, 'OPEN', $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        discussionId,
        opening.procedureId,
        opening.versionId,
        showing.profile.id,
        showing.profile.closing.zone,
        showing.length ?? null,
        showing.droppedChannels ?? [],
        ...datesOf(opening),
        waitsHours(showing.profile),
      ],
    );
    await this.outbox.emit(tx, discussionOpened, { discussionId });
    await this.announceDue(tx, discussionId, opening.closeAt);
  }

  /** What stands after a later showing: a close once announced only moves later (I8). */
  async extend(
    tx: Transaction,
    discussion: AnnouncedWindow & { readonly id: string },
    showing: Showing,
  ): Promise<AnnouncedWindow> {
    const standing = announcedWindow(discussion, await this.compute(tx, showing));
    await tx.query(
      `update discussion set dropped_channels = $2, open_at = $3, term_date = $4, last_day = $5, close_at = $6,
         strict_close_at = $7 where id = $1`,
      [discussion.id, showing.droppedChannels ?? [], ...datesOf(standing)],
    );
    const { closeAt } = standing;
    if (closeAt !== null && closeAt !== discussion.closeAt) {
      await this.outbox.emit(tx, discussionExtended, { discussionId: discussion.id, closeAt });
      await this.announceDue(tx, discussion.id, closeAt);
    }
    return standing;
  }

  private async announceDue(tx: Transaction, discussionId: string, closeAt: Instant | null): Promise<void> {
    if (closeAt === null) return;
    await this.outbox.emit(tx, discussionDue, { discussionId }, plusMilliseconds(closeAt, this.drain.seconds * 1_000));
  }
}

const datesOf = ({ openAt, termDate, lastDay, closeAt, strictCloseAt }: AnnouncedWindow) => [
  openAt,
  termDate,
  lastDay,
  closeAt,
  strictCloseAt,
];

/** How long a text waits for its release; null where it is public when it is received (REQ-116). */
const waitsHours = ({ moderation }: ProcedureProfile): number | null =>
  moderation.publication === 'before' ? moderation.waitsHours : null;

const earliest = ({ placements }: Showing): Instant =>
  placements.map(({ placedAt }) => placedAt).reduce((first, each) => (each < first ? each : first));

/**
 * The rules a discussion keeps for good: those in force on the local day of the first placement (REQ-120).
 * @throws DomainError `term-not-computable` when none were in force on that day
 */
export function profileOfPlacement(family: ProfileFamily, placements: Showing['placements']): ProcedureProfile {
  const zone = knownProfiles().find((profile) => profile.family === family)?.closing.zone ?? 'UTC';
  return profileInForce(family, localDayOf(earliest({ placements } as Showing), zone));
}
