import { isDecided, isPartly } from './outcomes-of-points.js';
import { type KindCounts, kindCounts, type ReportCounts } from './report-counts.js';
import type { GroupFacts, RemarkFacts } from './report-facts.js';

type Kind = RemarkFacts['kind'];

/** Remarks and proposals counted apart as they pass. */
export class KindTally {
  private readonly sums: Record<Kind, number> = { REMARK: 0, PROPOSAL: 0 };

  add(kind: Kind, weight = 1): void {
    this.sums[kind] += weight;
  }

  get counts(): KindCounts {
    return kindCounts(this.sums.REMARK, this.sums.PROPOSAL);
  }
}

/** How often each name passed; in the order of names, so that equal tallies are equal texts. */
export class NameTally {
  private readonly sums = new Map<string, number>();

  add(name: string, weight = 1): void {
    this.sums.set(name, (this.sums.get(name) ?? 0) + weight);
  }

  get counts(): Readonly<Record<string, number>> {
    return Object.fromEntries([...this.sums].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  }
}

/** The counts of a report by walking its remarks one by one; SQL counts them again by its own way (REQ-64). */
export class ReportTally {
  private readonly received = new KindTally();
  private readonly withdrawn = new KindTally();
  private readonly hidden = new KindTally();
  private readonly hiddenBy = new NameTally();
  private readonly decided = new KindTally();
  private readonly undecided = new KindTally();
  private readonly partly = new KindTally();
  private readonly points = new PointTally();
  private readonly senders = { INDIVIDUAL: 0, LEGAL_ENTITY: 0, GROUP: 0 };

  add(remark: RemarkFacts): void {
    const { kind, state } = remark;
    this.received.add(kind);
    this.senders[remark.senderKind] += 1;
    if (state === 'WITHDRAWN') this.withdrawn.add(kind);
    if (state === 'HIDDEN') {
      this.hidden.add(kind);
      this.hiddenBy.add(remark.hiddenGround ?? 'UNKNOWN');
    }
    if (state !== 'RECEIVED') return;
    (isDecided(remark) ? this.decided : this.undecided).add(kind);
    if (isPartly(remark)) this.partly.add(kind);
    this.points.add(kind, remark.points);
  }

  counts(groups: Iterable<GroupFacts>, late: number): ReportCounts {
    const all = [...groups];
    return {
      received: this.received.counts,
      withdrawn: this.withdrawn.counts,
      hidden: this.hidden.counts,
      hiddenBy: this.hiddenBy.counts,
      decided: this.decided.counts,
      undecided: this.undecided.counts,
      partly: this.partly.counts,
      points: this.points.counts,
      senders: {
        individuals: this.senders.INDIVIDUAL,
        legalEntities: this.senders.LEGAL_ENTITY,
        groups: this.senders.GROUP,
      },
      groups: all.length,
      grouped: all.reduce((sum, { size }) => sum + size, 0),
      late,
    };
  }
}

type Decided = { readonly decision: { readonly outcome: string; readonly reasonCode: string } | null };

/** Points of standing remarks by what was decided on them. */
export class PointTally {
  private readonly decided = new KindTally();
  private readonly taken = new KindTally();
  private readonly notTaken = new KindTally();
  private readonly questions = new KindTally();
  private readonly byReason = new NameTally();

  /** @param weight how many remarks of the kind have these points */
  add(kind: Kind, points: readonly Decided[], weight = 1): void {
    for (const { decision } of weight > 0 ? points : []) {
      if (!decision) continue;
      this.decided.add(kind, weight);
      (decision.outcome === 'TAKEN_INTO_ACCOUNT' ? this.taken : this.notTaken).add(kind, weight);
      if (decision.reasonCode === 'QUESTION') this.questions.add(kind, weight);
      this.byReason.add(decision.reasonCode, weight);
    }
  }

  get counts(): ReportCounts['points'] {
    return {
      decided: this.decided.counts,
      takenIntoAccount: this.taken.counts,
      notTakenIntoAccount: this.notTaken.counts,
      questions: this.questions.counts,
      byReason: this.byReason.counts,
    };
  }
}
