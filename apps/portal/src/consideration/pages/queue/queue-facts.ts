import { ConsiderationProgress, type Progress, type Workload, WorkloadOf } from '#lib/consideration';
import { HidingsOf, type HidingsOfDiscussion } from '#lib/discussion';
import { type Colleague, Colleagues } from '#lib/identity';
import { CLOCK, type Clock, type LegalDay } from '#lib/kernel';
import { localDayOf } from '#lib/time-limits';
import { Inject, Injectable } from '@nestjs/common';
import type { OfficerActor } from '../../../rights/person.js';

/** How far the work on a discussion is, and who does it. */
export interface QueueStanding {
  readonly today: LegalDay;
  readonly progress: Progress;
  readonly workload: Workload;
  readonly hidings: Pick<HidingsOfDiscussion, 'waiting' | 'objections'>;
  readonly colleagues: readonly Colleague[];
}

@Injectable()
export class QueueFacts {
  constructor(
    private readonly progress: ConsiderationProgress,
    private readonly workload: WorkloadOf,
    private readonly hidings: HidingsOf,
    private readonly colleagues: Colleagues,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  today(zone: string): LegalDay {
    return localDayOf(this.clock.now(), zone);
  }

  async of(
    { id, zone }: { readonly id: string; readonly zone: string },
    officer: OfficerActor,
  ): Promise<QueueStanding> {
    const today = this.today(zone);
    return {
      today,
      progress: await this.progress.of(id),
      workload: await this.workload.execute(id, officer, today),
      hidings: await this.hidings.of(id),
      colleagues: await this.colleagues.of(officer),
    };
  }
}
