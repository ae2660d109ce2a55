import { ConsiderationProgress, type Mention, NotesOn, type Progress } from '#lib/consideration';
import { PendingEntries } from '#lib/discussion';
import { may } from '#lib/identity';
import { RecentAlarms, type SecurityAlarm } from '#lib/security-events';
import { Injectable } from '@nestjs/common';
import type { OfficerActor } from '../rights/person.js';

/** What waits for the officials of a body. */
@Injectable()
export class DeskWork {
  constructor(
    private readonly progress: ConsiderationProgress,
    private readonly pending: PendingEntries,
    private readonly notes: NotesOn,
    private readonly recentAlarms: RecentAlarms,
  ) {}

  /** Where colleagues wait for the officer, the newest first. */
  mentions(officer: OfficerActor): Promise<Mention[]> {
    return this.notes.mentionsOf(officer);
  }

  /** For an administrator alone: what was counted above its bound within a day. */
  async alarms(officer: OfficerActor): Promise<SecurityAlarm[]> {
    return may(officer, 'alarms.read') ? this.recentAlarms.list() : [];
  }

  async of(discussionId: string): Promise<{ readonly progress: Progress; readonly entries: number }> {
    return { progress: await this.progress.of(discussionId), entries: await this.pending.count(discussionId) };
  }
}
