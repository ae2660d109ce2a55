/** Where a passage of a point stands: in the remark's text, or in the wording it proposes. */
export type PointPart = 'TEXT' | 'WORDING';

/** A passage of a remark: its words, and where they begin, counted in characters (code points) from 0. */
export interface PointSpan {
  readonly part: PointPart;
  readonly startsAt: number;
  readonly quote: string;
}

/** What is split: the texts of a remark as they were received. */
export interface SplittableText {
  readonly text: string;
  readonly proposedWording: string | null;
}

export type SplitFaultName =
  'no-point' | 'too-many-points' | 'passage-missing' | 'passage-not-there' | 'passages-overlap';

export interface SplitFault {
  /** From 1; 0 for the split as a whole. */
  readonly point: number;
  readonly fault: SplitFaultName;
}

/** More points than this in one remark are a document, not a remark. */
const MOST_POINTS = 50;

/**
 * Everything that is wrong with a split of a remark into points; empty when it may be made (REQ-50, REQ-51). Each point has a
 * passage of its own, unless the whole remark is one point; no passage belongs to two points, or it would be decided twice.
 */
export function splitFaults(points: readonly (readonly PointSpan[])[], remark: SplittableText): SplitFault[] {
  if (points.length === 0) return [{ point: 0, fault: 'no-point' }];
  if (points.length > MOST_POINTS) return [{ point: 0, fault: 'too-many-points' }];
  const faults = points.flatMap((spans, index): SplitFault[] => {
    const point = index + 1;
    if (spans.length === 0 && points.length > 1) return [{ point, fault: 'passage-missing' }];
    return spans.every((span) => isPassageOf(span, remark)) ? [] : [{ point, fault: 'passage-not-there' }];
  });
  return faults.length > 0 ? faults : overlaps(points);
}

/** Whether the remark has these words at this very place. */
export function isPassageOf({ part, startsAt, quote }: PointSpan, remark: SplittableText): boolean {
  const whole = part === 'TEXT' ? remark.text : remark.proposedWording;
  if (whole === null || quote === '' || !Number.isInteger(startsAt) || startsAt < 0) return false;
  return (
    Array.from(whole)
      .slice(startsAt, startsAt + Array.from(quote).length)
      .join('') === quote
  );
}

function overlaps(points: readonly (readonly PointSpan[])[]): SplitFault[] {
  const placed = points.flatMap((spans, index) =>
    spans.map(({ part, startsAt, quote }) => ({
      point: index + 1,
      part,
      startsAt,
      endsAt: startsAt + Array.from(quote).length,
    })),
  );
  const inOrder = placed.toSorted((a, b) => a.part.localeCompare(b.part) || a.startsAt - b.startsAt);
  return inOrder.flatMap((span, index): SplitFault[] => {
    const before = inOrder[index - 1];
    return before && before.part === span.part && before.endsAt > span.startsAt
      ? [{ point: span.point, fault: 'passages-overlap' }]
      : [];
  });
}

/** Whether two points quote the same passages: then the point, with its decision, stays when a remark is split anew. */
export const isSamePoint = (one: readonly PointSpan[], other: readonly PointSpan[]): boolean =>
  one.length === other.length &&
  one.every(({ part, startsAt, quote }, index) => {
    const twin = other[index];
    return twin?.part === part && twin.startsAt === startsAt && twin.quote === quote;
  });
