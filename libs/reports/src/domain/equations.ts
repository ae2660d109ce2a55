/** What became of the remarks received on time, in numbers. */
export interface RemarkFates {
  readonly decided: number;
  readonly undecided: number;
  readonly withdrawn: number;
  readonly hidden: number;
}

/** Decided points, in numbers. */
export interface PointOutcomes {
  readonly takenIntoAccount: number;
  readonly notTakenIntoAccount: number;
}

/** REQ-64: what `received` has to be. */
export const remarksInAll = ({ decided, undecided, withdrawn, hidden }: RemarkFates): number =>
  decided + undecided + withdrawn + hidden;

/** REQ-64: what the number of considered points has to be. */
export const pointsInAll = ({ takenIntoAccount, notTakenIntoAccount }: PointOutcomes): number =>
  takenIntoAccount + notTakenIntoAccount;

/** REQ-64, as a report has to state it: every remark received is decided, withdrawn or hidden, and none is undecided. */
export const remarksReconcile = (counts: RemarkFates & { readonly received: number }): boolean =>
  counts.undecided === 0 && counts.received === remarksInAll(counts);

/** REQ-64: every considered point is taken into account or not. */
export const pointsReconcile = (counts: PointOutcomes & { readonly decided: number }): boolean =>
  counts.decided === pointsInAll(counts);
