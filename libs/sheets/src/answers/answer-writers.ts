import { DecideGroup, DecidePoints, WriteNotes } from '#lib/consideration';
import type { Transaction } from '#lib/database';
import type { Actor } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import type { PlannedAnswer } from './planned-answer.js';

/** What a sheet writes, by the same acts as the pages: their checks, their versions, their entries in the ledger. */
@Injectable()
export class AnswerWriters {
  constructor(
    private readonly decidePoints: DecidePoints,
    private readonly decideGroup: DecideGroup,
    private readonly writeNotes: WriteNotes,
  ) {}

  /** The caller holds the discussion alone and has planned the rows since. */
  async write(tx: Transaction, discussionId: string, rows: readonly PlannedAnswer[], actor: Actor): Promise<void> {
    const decided = rows.filter(({ kind }) => kind === 'NEW' || kind === 'CHANGED');
    const alone = decided.flatMap(({ group, remarkId, position, decision }) =>
      group === null && remarkId !== null && decision ? [{ remarkId, point: position, ...decision }] : [],
    );
    if (alone.length > 0) await this.decidePoints.within(tx, alone, actor);
    for (const { group, position, decision } of decided) {
      if (!group || !decision) continue;
      const { no, seen } = group;
      await this.decideGroup.within(tx, { discussionId, no, seen, point: position, ...decision }, actor);
    }
    const notes = rows.flatMap(({ remarkId, note }) =>
      remarkId !== null && note !== null ? [{ remarkId, text: note }] : [],
    );
    await this.writeNotes.within(tx, notes, actor);
  }
}
