import {
  ChangeTrace,
  ConsiderationProgress,
  type Progress,
  type SenderCounts,
  senderCounts,
  type StockAnswer,
  stockAnswers,
  type TracedChange,
} from '#lib/consideration';
import { type Transaction, Transactions } from '#lib/database';
import type { Actor } from '#lib/kernel';
import { profileById } from '#lib/time-limits';
import { Injectable } from '@nestjs/common';
import type { Blocker } from '../domain/blockers.js';
import { changesSince } from '../persistence/changes-since.js';
import { Reports } from '../persistence/reports.repository.js';
import { WhatWaits } from '../persistence/what-waits.js';

/** What an officer still has to do before the report can be signed, and what a signer is warned of. */
export interface Checklist {
  readonly progress: Progress;
  /** By how the senders were confirmed; no remark weighs more by it. */
  readonly senders: SenderCounts;
  /** Changes of the draft that nobody explained (AMB-14). */
  readonly untraced: readonly TracedChange[];
  readonly substantive: number;
  /** Letters and proposals to hide that another officer has still to settle. */
  readonly waiting: readonly Blocker[];
  readonly stockAnswers: readonly StockAnswer[];
  /** What the facts of now add to the blockers of the version that waits for its signature; empty while it is up to date. */
  readonly changed: readonly Blocker[];
}

/** Of more remarks than these the comparison with the assembled report is left to the signature: it takes seconds. */
const COMPARED = 20_000;

@Injectable()
export class ClosingChecklist {
  constructor(
    private readonly transactions: Transactions,
    private readonly reports: Reports,
    private readonly progress: ConsiderationProgress,
    private readonly trace: ChangeTrace,
    private readonly waits: WhatWaits,
  ) {}

  /** @throws DomainError `not-found` for another body's discussion */
  async of(discussion: { readonly id: string; readonly profileId: string }, actor: Actor): Promise<Checklist> {
    const changes = await this.trace.of(discussion.id, actor);
    const progress = await this.progress.of(discussion.id);
    const limit = profileById(discussion.profileId).decisions.sameGroundLimit;
    return this.transactions.onSnapshot(1, async (tx) => ({
      progress,
      senders: await senderCounts(tx, discussion.id),
      untraced: changes.filter(({ isTraced }) => !isTraced),
      substantive: changes.filter(({ ownInitiative }) => ownInitiative?.nature === 'SUBSTANTIVE').length,
      waiting: await this.waits.of(tx, discussion.id),
      stockAnswers: await stockAnswers(tx, discussion.id, limit),
      changed: progress.received > COMPARED ? [] : await this.changedSinceAssembly(tx, discussion.id),
    }));
  }

  private async changedSinceAssembly(tx: Transaction, discussionId: string): Promise<Blocker[]> {
    const report = await this.reports.unsigned(tx, discussionId);
    return report ? changesSince(tx, report) : [];
  }
}
