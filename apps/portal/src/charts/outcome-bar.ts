import { paint } from './paint.js';
import { fillOf, type Pattern } from './patterns.js';
import { element, escaped, percent, picture, type PictureFrame } from './svg.js';
import { widthsOf } from './widths.js';

export interface BarPart {
  readonly count: number;
  /** The figure as the reader's language writes it. */
  readonly label: string;
  readonly pattern: Pattern;
}

const HEIGHT = 52;
/** The narrowest column a page has, in pixels: what fits there fits everywhere. */
const NARROWEST = 280;
const LETTER = 10;

/** One bar of parts beside each other. A figure stands in its part where there is room even on the narrowest screen. */
export function outcomeBar(frame: Omit<PictureFrame, 'height'>, parts: readonly BarPart[]): string {
  const widths = widthsOf(parts.map(({ count }) => count));
  const starts = widths.map((_, index) => widths.slice(0, index).reduce((sum, width) => sum + width, 0));
  return picture(
    { ...frame, height: HEIGHT },
    ...parts.flatMap(({ count, pattern }, index) =>
      count === 0 ? [] : [area(starts[index] ?? 0, widths[index] ?? 0, pattern)],
    ),
    // An outline always: nothing at all is an empty bar, not a gap.
    element('rect', {
      x: 0,
      y: 1,
      width: '100%',
      height: HEIGHT - 2,
      fill: 'none',
      stroke: paint('outline'),
      'stroke-width': 2,
    }),
    ...parts.flatMap(({ count, label }, index) => {
      const [start, width] = [starts[index] ?? 0, widths[index] ?? 0];
      return count > 0 && isRoomFor(label, width) ? [figure(start + width / 2, label)] : [];
    }),
  );
}

const area = (start: number, width: number, pattern: Pattern): string =>
  element('rect', {
    x: percent(start),
    y: 1,
    width: percent(width),
    height: HEIGHT - 2,
    fill: fillOf(pattern),
    stroke: paint('outline'),
    'stroke-width': 1,
  });

const plateOf = (label: string): number => label.length * LETTER + 12;
const isRoomFor = (label: string, width: number): boolean => plateOf(label) <= (width / 100) * NARROWEST;

/** On a plate of its own, so that no pattern runs through the digits. */
function figure(middle: number, label: string): string {
  const plate = plateOf(label);
  return element(
    'svg',
    { x: percent(middle), y: 0, overflow: 'visible' },
    element('rect', { x: -plate / 2, y: 13, width: plate, height: 26, rx: 3, fill: paint('ground') }),
    element('text', { x: 0, y: 32, 'text-anchor': 'middle', 'font-weight': 700, 'font-size': 17 }, escaped(label)),
  );
}
