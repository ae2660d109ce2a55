/** The injection token of `LimitsSettings`. */
export const LIMITS_SETTINGS = Symbol('LimitsSettings');

export interface LimitsSettings {
  /** From which the keys are made that stand for addresses, and what is proved is signed. The same for all portals. */
  readonly secret: string;
  /** `action:number` per address and ten minutes, over our own. */
  readonly rates?: readonly string[];
  /** Who waits in place of proving anything waits so long at least. */
  readonly leastWaitSeconds: number;
  /** Remarks a second, over all portals, above which each is asked for a proof; 0 for never. */
  readonly proofAbove: number;
  /** Rounds of each derivation of a proof; 256 derivations are tried on average. */
  readonly proofCost: number;
}
