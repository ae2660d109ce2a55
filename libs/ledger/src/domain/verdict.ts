/** In what way the chain breaks (REQ-115). */
export type ChainFault =
  /** An entry before it is not there. */
  | 'missing'
  /** It does not follow from the one before. */
  | 'order'
  /** Its content does not match its hash. */
  | 'content'
  /** It follows, and had another hash when the chain was last found whole. */
  | 'rewritten'
  /** The chain ends before it, and did not when it was last found whole. */
  | 'shorter';

/** What a walk along the chain found. */
export interface Verdict {
  /** How many entries follow from the first one on, and the hash of the last of them, hex. */
  readonly entries: number;
  readonly head: string;
  /** Acts that wait for the next sealing. */
  readonly pending: number;
  /** null for a chain that is whole. */
  readonly broken: Break | null;
}

export interface Break {
  readonly sequence: number;
  /** null for an entry that is not there. */
  readonly id: string | null;
  readonly fault: ChainFault;
}

/** How far the chain went when it was last found whole, and with which hash. */
export interface KnownHead {
  readonly entries: number;
  readonly head: string;
}
