import { Injectable } from '@nestjs/common';
import { IntakeTooBusy, RequestInProgress } from '../domain/refusals.js';
import { AdaptiveBatcher } from './adaptive-batcher.js';
import type { Judgement } from './intake-row.js';
import { IntakeWriter } from './intake-writer.js';
import type { QueuedRow } from './queued-row.js';

const LIMITS = { inFlight: 2, rowsPerBatch: 128, waiting: 1_000 };

/** The way of an online remark into the database: twins wait for each other here, everybody else shares a commit. */
@Injectable()
export class RemarkIntake {
  private readonly batcher: AdaptiveBatcher<QueuedRow, Judgement>;
  private readonly underWay = new Map<string, Promise<Judgement>>();
  private twinsWaiting = 0;

  constructor(writer: IntakeWriter) {
    this.batcher = new AdaptiveBatcher((rows) => writer.write(rows), LIMITS);
  }

  /** @throws IntakeTooBusy when too much is waiting; nothing was written */
  async submit(queued: QueuedRow): Promise<Judgement> {
    const name = `${queued.row.discussion_id} ${queued.row.key ?? queued.row.id}`;
    const twin = this.underWay.get(name);
    if (twin) return this.afterTwin(twin, queued);
    const settled = this.batcher.add(queued).finally(() => this.underWay.delete(name));
    this.underWay.set(name, settled);
    return settled;
  }

  /** Two rows with one key never travel in one batch: the second learns from the first, or tries itself if that failed. */
  private async afterTwin(twin: Promise<Judgement>, queued: QueuedRow): Promise<Judgement> {
    if (this.twinsWaiting >= LIMITS.waiting) throw new IntakeTooBusy('too many equal requests are waiting');
    this.twinsWaiting += 1;
    try {
      const judgement = await twin;
      const isKept = judgement.verdict === 'accepted' || judgement.verdict === 'late';
      return isKept ? { ...judgement, verdict: 'duplicate-key' } : judgement;
    } catch (error) {
      if (error instanceof IntakeTooBusy || error instanceof RequestInProgress) throw error;
    } finally {
      this.twinsWaiting -= 1;
    }
    return this.submit(queued);
  }
}
