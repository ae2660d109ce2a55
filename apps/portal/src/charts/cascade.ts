import { paint } from './paint.js';
import { fillOf, type Pattern } from './patterns.js';
import { element, escaped, percent, picture, type PictureFrame } from './svg.js';
import { widthsOf } from './widths.js';

export interface CascadeLine {
  readonly count: number;
  /** The name and the figure, as "Decided: 1,200". */
  readonly label: string;
  readonly pattern: Pattern;
}

/** A whole, and the parts it falls into. */
export interface Cascade {
  readonly whole: CascadeLine;
  readonly parts: readonly CascadeLine[];
}

const LINE = 54;
const BAR = 18;
const BAR_TOP = 28;
const GAP = 16;

/**
 * Wholes and their parts as steps: each part begins where the one before it ends, so that a whole is seen to be the sum of its
 * parts. Labels stand above their bars, so nothing is cut on a narrow screen.
 */
export function cascades(frame: Omit<PictureFrame, 'height'>, stages: readonly Cascade[]): string {
  let top = 0;
  const drawn = stages.flatMap((stage, index) => {
    top += index === 0 ? 0 : GAP;
    const lines = stageOf(stage, top);
    top += (1 + stage.parts.length) * LINE;
    return lines;
  });
  return picture({ ...frame, height: top }, ...drawn);
}

function stageOf({ whole, parts }: Cascade, top: number): string[] {
  const widths = widthsOf(parts.map(({ count }) => count));
  let start = 0;
  const lines = parts.flatMap((part, index) => {
    const y = top + (index + 1) * LINE;
    const width = widths[index] ?? 0;
    const from = start;
    start += width;
    return [
      ...(index > 0 ? [connector(from, y - LINE + BAR_TOP + BAR, y + BAR_TOP)] : []),
      ...lineOf(part, y, from, width),
      labelOf(part.label, y),
    ];
  });
  return [...lineOf(whole, top, 0, whole.count > 0 ? 100 : 0), labelOf(whole.label, top), ...lines];
}

const lineOf = ({ count, pattern }: CascadeLine, y: number, start: number, width: number): string[] => [
  element('rect', { x: 0, y: y + BAR_TOP + BAR / 2, width: '100%', height: 1, fill: paint('grid') }),
  ...(count > 0
    ? [
        element('rect', {
          x: percent(start),
          y: y + BAR_TOP,
          width: percent(width),
          height: BAR,
          fill: fillOf(pattern),
          stroke: paint('outline'),
          'stroke-width': 1,
        }),
      ]
    : []),
];

/** With a rim of the ground's colour: where a connector passes behind a label, the label is still read. */
const labelOf = (label: string, y: number): string =>
  element(
    'text',
    { x: 0, y: y + 20, 'font-size': 16, stroke: paint('ground'), 'stroke-width': 5, 'paint-order': 'stroke' },
    escaped(label),
  );

const connector = (at: number, from: number, to: number): string =>
  element('line', {
    x1: percent(at),
    x2: percent(at),
    y1: from,
    y2: to,
    stroke: paint('joint'),
    'stroke-width': 1,
    'stroke-dasharray': '3 3',
  });
