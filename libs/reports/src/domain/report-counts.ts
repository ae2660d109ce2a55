/** Remarks and proposals apart (A2.S, REQ-64). */
export interface KindCounts {
  readonly remarks: number;
  readonly proposals: number;
  readonly total: number;
}

export interface ReportCounts {
  /** On time, whatever became of them. */
  readonly received: KindCounts;
  readonly withdrawn: KindCounts;
  readonly hidden: KindCounts;
  /** The hidden ones by the ground of hiding. */
  readonly hiddenBy: Readonly<Record<string, number>>;
  /** Standing, with every point decided. */
  readonly decided: KindCounts;
  readonly undecided: KindCounts;
  /** Of the decided: with points decided differently (AMB-09). */
  readonly partly: KindCounts;
  /** In points of standing remarks, by the kind of the remark. */
  readonly points: {
    readonly decided: KindCounts;
    readonly takenIntoAccount: KindCounts;
    readonly notTakenIntoAccount: KindCounts;
    /** Of those not taken into account (REQ-54). */
    readonly questions: KindCounts;
    /** Of those decided, by the code of the reason. */
    readonly byReason: Readonly<Record<string, number>>;
  };
  /** Of all received on time. */
  readonly senders: { readonly individuals: number; readonly legalEntities: number; readonly groups: number };
  /** Groups answered together, and the standing remarks in them (AMB-10). */
  readonly groups: number;
  readonly grouped: number;
  /** Not subject to consideration (R8.4, AMB-12). */
  readonly late: number;
}

export const kindCounts = (remarks: number, proposals: number): KindCounts => ({
  remarks,
  proposals,
  total: remarks + proposals,
});
