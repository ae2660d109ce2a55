interface Decidable {
  readonly points: readonly { readonly decision: { readonly outcome: string } | null }[];
}

/** A remark without a point is undecided: it has one point at least (REQ-50). */
export const isDecided = ({ points }: Decidable): boolean =>
  points.length > 0 && points.every(({ decision }) => decision !== null);

/** Derived from points decided differently, never stored (REQ-51, AMB-09). */
export const isPartly = (remark: Decidable): boolean =>
  isDecided(remark) && new Set(remark.points.map(({ decision }) => decision?.outcome)).size > 1;
