import { setImmediate } from 'node:timers/promises';
import { isStockPhrase } from '#lib/consideration';
import { profileById } from '#lib/time-limits';
import { sha256 } from '../data-hash.js';
import { BlockerList } from '../domain/blocker-list.js';
import { type BlockerRules, changesUntraced, remarkBlockers } from '../domain/blockers.js';
import { buildHead } from '../domain/build-head.js';
import { remarkOf, rowOf } from '../domain/build-row.js';
import { groupFault } from '../domain/group-fault.js';
import type { ReportHead } from '../domain/report-data.js';
import type { RemarkFacts, RowContext } from '../domain/report-facts.js';
import { ReportTally } from '../domain/tally.js';
import type { HeadReading } from '../persistence/read-head.js';
import type { ReportPage } from '../persistence/report-rows.js';

/** Remarks after which other work of the process gets its turn. */
const STRETCH = 100;
const KNOWN_GROUNDS = 1_000;

/** The remarks as they pass: what is written of each, and what adds up. */
export class RemarksWalk {
  readonly tally = new ReportTally();
  readonly blockers = new BlockerList();
  passed = 0;
  private ordinal = 0;
  private stockPhrases = 0;
  private readonly rules: BlockerRules;
  private readonly decidedFirst = new Map<number, string>();
  /** One ground stands under many remarks. */
  private readonly grounds = new Map<string, boolean>();

  constructor(
    private readonly reading: HeadReading,
    private readonly context: RowContext,
  ) {
    const { decisions, secondOfficer } = profileById(reading.facts.profileId);
    this.rules = {
      minimumGroundLength: decisions.minimumGroundLength,
      needsConfirmation: secondOfficer.decisions,
      changed: new Set(reading.facts.changes.map(({ clause }) => clause.lineageId)),
      labelOf: (id) => (context.revisedClauses.get(id) ?? context.discussedClauses.get(id))?.label ?? '?',
    };
    this.blockers.add(changesUntraced(reading.facts.changes));
  }

  async page(remarks: readonly RemarkFacts[]): Promise<ReportPage> {
    const rows = [];
    const entries = [];
    for (const remark of remarks) {
      this.passed += 1;
      this.weigh(remark);
      const row = this.rowNumber(remark);
      if (row !== null && this.isShown(remark)) rows.push(rowOf(remark, row, this.context));
      entries.push({ ...remarkOf(remark, row, this.context), position: this.passed });
      if (this.passed % STRETCH === 0) await setImmediate();
    }
    return { rows, remarks: entries };
  }

  head(counts: ReportHead['counts']): ReportHead {
    const { facts } = this.reading;
    const warnings = { ...facts.warnings, stockPhrases: this.stockPhrases };
    return buildHead({ ...facts, warnings }, counts, profileById(facts.profileId));
  }

  private weigh(remark: RemarkFacts): void {
    this.tally.add(remark);
    this.blockers.add(remarkBlockers(remark, this.rules));
    for (const { decision } of remark.state === 'RECEIVED' ? remark.points : []) {
      if (decision && (this.isStock(decision.groundRu) || this.isStock(decision.groundKk))) this.stockPhrases += 1;
    }
    const apart = groupFault(remark, this.decidedFirst, sha256);
    if (apart) this.blockers.add([apart]);
  }

  private isStock(ground: string): boolean {
    const known = this.grounds.get(ground);
    if (known !== undefined) return known;
    if (this.grounds.size >= KNOWN_GROUNDS) this.grounds.clear();
    const isStock = isStockPhrase(ground);
    this.grounds.set(ground, isStock);
    return isStock;
  }

  private isShown({ groupNo, number }: RemarkFacts): boolean {
    const group = groupNo === null ? undefined : this.context.groups.get(groupNo);
    return !group || group.shown === number;
  }

  /** Where a remark is answered: a row of its own, counted as they come, or that of its group, known beforehand. */
  private rowNumber(remark: RemarkFacts): number | null {
    if (remark.state !== 'RECEIVED') return null;
    if (this.isShown(remark)) this.ordinal += 1;
    const group = remark.groupNo === null ? undefined : this.context.groups.get(remark.groupNo);
    return group ? group.ordinal : this.ordinal;
  }
}
