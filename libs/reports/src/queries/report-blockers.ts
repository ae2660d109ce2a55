import { Transactions } from '#lib/database';
import { type Actor, isId } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import type { Blocker } from '../domain/blockers.js';
import { DiscussionNotClosed, ReportBlocked, ReportNotFound } from '../domain/errors.js';
import { lockForReport } from '../persistence/lock-for-report.js';
import { PrepareReport } from '../use-cases/prepare-report.js';

@Injectable()
export class ReportBlockers {
  constructor(
    private readonly transactions: Transactions,
    private readonly prepare: PrepareReport,
  ) {}

  /**
   * What would block the signature if the report were assembled now; empty when nothing does.
   * @throws DomainError `not-found` for another body's discussion, `wrong-state` when it is not closed
   */
  of(discussionId: string, actor: Actor): Promise<readonly Blocker[]> {
    return this.transactions.run(async (tx) => {
      const discussion = isId(discussionId) ? await lockForReport(tx, discussionId) : undefined;
      if (!discussion || actor.kind !== 'officer' || actor.bodyId !== discussion.developerId) {
        throw new ReportNotFound({ discussionId });
      }
      if (discussion.state !== 'CLOSED') throw new DiscussionNotClosed(discussionId, discussion.state);
      return this.prepare.within(tx, discussionId).then(
        ({ blockers }) => blockers,
        (error: unknown) => {
          if (error instanceof ReportBlocked) return error.details['blockers'] as readonly Blocker[];
          throw error;
        },
      );
    });
  }
}
