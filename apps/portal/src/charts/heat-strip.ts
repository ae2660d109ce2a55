import { type Paint, paint } from './paint.js';
import { element, escaped, type PictureFrame } from './svg.js';

export interface HeatCell {
  /** As the draft prints its number. */
  readonly label: string;
  readonly count: number;
  /** The count as the reader's language writes it. */
  readonly figure: string;
  readonly isSection: boolean;
}

const SIDE = 46;
/** From nothing to the most; letters are read on each of them. */
const grounds = ['ground', 'heat-1', 'heat-2', 'heat-3', 'heat-4'] as const satisfies readonly Paint[];

/** From 0 for none to 4 for the most there is. */
export function heatOf(count: number, most: number): number {
  if (count <= 0 || most <= 0) return 0;
  return Math.min(4, Math.max(1, Math.ceil((4 * count) / most)));
}

/**
 * The parts of a text in their order, the darker the more was said about them; each with its number and its figure in it. A row
 * of small pictures that fills whatever width there is.
 */
export function heatStrip(
  { title, description }: Pick<PictureFrame, 'title' | 'description'>,
  cells: readonly HeatCell[],
): string {
  const most = cells.reduce((sofar, { count }) => Math.max(sofar, count), 0);
  return element(
    'div',
    { class: 'talqy-heat', role: 'img', 'aria-label': `${title}. ${description}` },
    ...cells.map((cell) => cellOf(cell, most)),
  );
}

function cellOf({ label, count, figure, isSection }: HeatCell, most: number): string {
  const text = (y: number, size: number, weight: number, words: string) =>
    element(
      'text',
      { x: SIDE / 2, y, 'text-anchor': 'middle', 'font-size': size, 'font-weight': weight },
      escaped(words),
    );
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: 'talqy-heat__cell',
      width: SIDE,
      height: SIDE,
      'aria-hidden': 'true',
    },
    element('rect', {
      x: 0.5,
      y: 0.5,
      width: SIDE - 1,
      height: SIDE - 1,
      fill: paint(grounds[heatOf(count, most)] ?? 'ground'),
      stroke: paint(isSection ? 'section' : 'cell'),
      'stroke-width': isSection ? 2 : 1,
    }),
    text(16, 12, 400, shortened(label)),
    text(36, sizeOf(figure), 700, figure),
  );
}

/** Six letters of twelve pixels are what the side of a cell holds. */
const shortened = (label: string): string =>
  Array.from(label).length <= 6 ? label : `${Array.from(label).slice(0, 5).join('')}…`;

/** So that the figure stays inside. */
const sizeOf = (figure: string): number => (figure.length <= 4 ? 16 : figure.length <= 6 ? 12 : 8);
