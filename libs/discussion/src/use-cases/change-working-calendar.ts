import { createHash } from 'node:crypto';
import { type Transaction, Transactions } from '#lib/database';
import { requireRole } from '#lib/identity';
import { type Actor, canonicalJson, newId } from '#lib/kernel';
import { profileById } from '#lib/time-limits';
import { ImportCalendar, type ImportCalendarRequest, type LoadedCalendar } from '#lib/working-calendar';
import { Injectable } from '@nestjs/common';
import { isTermRunning, lockAlone } from '../persistence/locked-discussion.js';
import { PlacementWriters } from '../persistence/placement-writers.js';

export interface CalendarChange extends LoadedCalendar {
  /** Ids of the discussions whose close moved later by it. */
  readonly extended: readonly string[];
}

/** REQ-07: loads working days, and lets the terms that still run follow them; an announced close only moves later. */
@Injectable()
export class ChangeWorkingCalendar {
  constructor(
    private readonly transactions: Transactions,
    private readonly importCalendar: ImportCalendar,
    private readonly writers: PlacementWriters,
  ) {}

  /**
   * All in one transaction: the years, the closes computed anew, and their entries in the ledger.
   * @throws DomainError `import-refused` with `details.faults`, `not-allowed` unless an administrator or the system acts
   */
  execute(request: ImportCalendarRequest, actor: Actor): Promise<CalendarChange> {
    return this.transactions.run((tx) => this.within(tx, request, actor));
  }

  async within(tx: Transaction, request: ImportCalendarRequest, actor: Actor): Promise<CalendarChange> {
    requireRole(actor, 'administrator');
    const loaded = await this.importCalendar.within(tx, request);
    const sha256 = createHash('sha256').update(canonicalJson(request.years), 'utf8').digest('hex');
    await this.writers.ledger.record(tx, {
      actor,
      act: 'calendar.imported',
      subject: { kind: 'calendar', id: newId() },
      data: { ...loaded, loadedBy: request.loadedBy, sha256 },
    });
    // By `no`, the order in which intake takes its locks: nobody waits crosswise.
    const open = await tx.query<{ id: string }>(
      `select id from discussion where state = 'OPEN' and close_at > clock_timestamp() order by no`,
    );
    const extended: string[] = [];
    for (const { id } of open) if (await this.extend(tx, id, actor)) extended.push(id);
    return { ...loaded, extended };
  }

  private async extend(tx: Transaction, id: string, actor: Actor): Promise<boolean> {
    const { placements, windows, ledger } = this.writers;
    const discussion = await lockAlone(tx, id);
    if (!(await isTermRunning(tx, id))) return false;
    const window = await windows.extend(tx, discussion, {
      placements: await placements.ofDraft(tx, id),
      profile: profileById(discussion.profileId),
      length: discussion.termLength ?? undefined,
      droppedChannels: discussion.droppedChannels,
    });
    if (window.closeAt === discussion.closeAt) return false;
    const data = { ...window, announcedCloseAt: discussion.closeAt };
    await ledger.record(tx, { actor, act: 'discussion.extended', subject: { kind: 'discussion', id }, data });
    return true;
  }
}
