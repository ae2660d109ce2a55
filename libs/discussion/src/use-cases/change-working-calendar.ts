import { createHash } from 'node:crypto';
import { type Transaction, Transactions } from '#lib/database';
import { requireRole } from '#lib/identity';
import { type Actor, canonicalJson, DomainError, type Instant, newId } from '#lib/kernel';
import { profileById } from '#lib/time-limits';
import {
  ImportCalendar,
  type ImportCalendarRequest,
  LoadWorkingCalendar,
  type LoadedCalendar,
} from '#lib/working-calendar';
import { Injectable } from '@nestjs/common';
import { announcedWindow } from '../domain/announced-close.js';
import { isTermRunning, lockAlone, lookAt, type LockedDiscussion } from '../persistence/locked-discussion.js';
import { PlacementWriters } from '../persistence/placement-writers.js';

export interface CalendarToChange extends ImportCalendarRequest {
  /** Tell what would happen, and change nothing. */
  readonly isDryRun?: boolean;
  /** Of the dry run that was looked at: do only what it told. */
  readonly seen?: string;
}

/** A term that ends later by the change. */
export interface MovedTerm {
  readonly discussionId: string;
  readonly announcedCloseAt: Instant | null;
  readonly closeAt: Instant | null;
}

export interface CalendarChange extends LoadedCalendar {
  /** Of the discussions whose close moved later by it. */
  readonly terms: readonly MovedTerm[];
  /** Stands for what was told: the same years before the same calendar and terms have the same. */
  readonly seen: string;
}

/** Between the dry run and the change the calendar or the running terms became others. */
export class CalendarChanged extends DomainError {
  constructor() {
    super('conflict', 'the calendar or the running terms are no longer as the dry run saw them; nothing was loaded');
  }
}

/** REQ-07: loads working days, and lets the terms that still run follow them; an announced close only moves later. */
@Injectable()
export class ChangeWorkingCalendar {
  constructor(
    private readonly transactions: Transactions,
    private readonly importCalendar: ImportCalendar,
    private readonly calendar: LoadWorkingCalendar,
    private readonly writers: PlacementWriters,
  ) {}

  /**
   * All in one transaction: the years, the closes computed anew, and their entries in the ledger. A dry run computes the same, holds
   * no discussion's intake up, and is taken back.
   * @throws DomainError `import-refused` with `details.faults`, `not-allowed` unless an administrator or the system acts,
   *   CalendarChanged when `seen` is of another dry run
   */
  execute(request: CalendarToChange, actor: Actor): Promise<CalendarChange> {
    return this.transactions
      .run(async (tx) => {
        const change = await this.within(tx, request, actor);
        if (request.isDryRun === true) throw new DryRun(change);
        return change;
      })
      .catch((error: unknown) => {
        if (error instanceof DryRun) return error.change;
        throw error;
      });
  }

  async within(tx: Transaction, request: CalendarToChange, actor: Actor): Promise<CalendarChange> {
    requireRole(actor, 'administrator');
    const before = await this.calendar.years(tx);
    const loaded = await this.importCalendar.within(tx, request);
    const sha256 = hashOf(request.years);
    const subject = { kind: 'calendar', id: newId() };
    const data = { ...loaded, loadedBy: request.loadedBy, sha256 };
    await this.writers.ledger.record(tx, { actor, act: 'calendar.imported', subject, data });
    const terms: MovedTerm[] = [];
    for (const id of await openTerms(tx)) {
      const moved = request.isDryRun === true ? await this.look(tx, id) : await this.extend(tx, id, actor);
      if (moved) terms.push(moved);
    }
    const replaced = before.filter(({ year }) => loaded.years.includes(year));
    const seen = hashOf({ sha256, replaced, terms });
    if (request.seen !== undefined && request.seen !== seen) throw new CalendarChanged();
    return { ...loaded, terms, seen };
  }

  private async look(tx: Transaction, id: string): Promise<MovedTerm | undefined> {
    const discussion = await lookAt(tx, id);
    const computed = await this.writers.windows.compute(tx, await this.showingOf(tx, discussion));
    return movedTerm(discussion, announcedWindow(discussion, computed).closeAt);
  }

  private async extend(tx: Transaction, id: string, actor: Actor): Promise<MovedTerm | undefined> {
    const { windows, ledger } = this.writers;
    const discussion = await lockAlone(tx, id);
    if (!(await isTermRunning(tx, id))) return undefined;
    const window = await windows.extend(tx, discussion, await this.showingOf(tx, discussion));
    const moved = movedTerm(discussion, window.closeAt);
    if (!moved) return undefined;
    const data = { ...window, announcedCloseAt: discussion.closeAt };
    await ledger.record(tx, { actor, act: 'discussion.extended', subject: { kind: 'discussion', id }, data });
    return moved;
  }

  private async showingOf(tx: Transaction, discussion: LockedDiscussion) {
    return {
      placements: await this.writers.placements.ofDraft(tx, discussion.id),
      profile: profileById(discussion.profileId),
      length: discussion.termLength ?? undefined,
      droppedChannels: discussion.droppedChannels,
    };
  }
}

/** By `no`, the order in which intake takes its locks: nobody waits crosswise. */
async function openTerms(tx: Transaction): Promise<string[]> {
  const open = await tx.query<{ id: string }>(
    `select id from discussion where state = 'OPEN' and close_at > clock_timestamp() order by no`,
  );
  return open.map(({ id }) => id);
}

const movedTerm = ({ id, closeAt: announcedCloseAt }: LockedDiscussion, closeAt: Instant | null) =>
  closeAt === announcedCloseAt ? undefined : { discussionId: id, announcedCloseAt, closeAt };

const hashOf = (value: unknown): string => createHash('sha256').update(canonicalJson(value), 'utf8').digest('hex');

/** Takes a dry run back after it has told. */
class DryRun extends Error {
  constructor(readonly change: CalendarChange) {
    super('dry run');
  }
}
