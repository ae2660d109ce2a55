import { type Paint, paint } from './paint.js';
import { element } from './svg.js';

/** Ways to fill an area that differ in black and white as well. */
export const patterns = ['solid', 'lines', 'dots', 'crosses', 'empty'] as const;
export type Pattern = (typeof patterns)[number];

const grounds: Readonly<Record<Pattern, Paint>> = {
  solid: 'solid',
  lines: 'lines',
  dots: 'dots',
  crosses: 'crosses',
  empty: 'ground',
};

const idOf = (pattern: Pattern): string => `talqy-pattern-${pattern}`;

/** What an area is filled with; the page has `patternDefinitions` once. */
export const fillOf = (pattern: Pattern): string =>
  pattern === 'solid' || pattern === 'empty' ? paint(grounds[pattern]) : `url(#${idOf(pattern)})`;

const stroke = (color: Paint, d: string) =>
  element('path', { d, stroke: paint(color), 'stroke-width': 1.5, fill: 'none' });

const marks: Readonly<Partial<Record<Pattern, string>>> = {
  lines: stroke('lines-mark', 'M-2 2 L2 -2 M0 8 L8 0 M6 10 L10 6'),
  dots: element('circle', { cx: 4, cy: 4, r: 1.5, fill: paint('dots-mark') }),
  crosses: stroke('crosses-mark', 'M0 0 L8 8 M8 0 L0 8'),
};

/** Goes once into a page with pictures, before the first of them. */
export const patternDefinitions = (): string =>
  element(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', class: 'talqy-definitions', width: 0, height: 0, 'aria-hidden': 'true' },
    element(
      'defs',
      {},
      ...patterns.flatMap((pattern) => {
        const mark = marks[pattern];
        if (!mark) return [];
        const ground = element('rect', { width: 8, height: 8, fill: paint(grounds[pattern]) });
        return [
          element('pattern', { id: idOf(pattern), width: 8, height: 8, patternUnits: 'userSpaceOnUse' }, ground, mark),
        ];
      }),
    ),
  );

/** The sign before a line of the legend. */
export const swatch = (pattern: Pattern): string =>
  element(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', class: 'talqy-swatch', width: 28, height: 18, 'aria-hidden': 'true' },
    element('rect', {
      x: 1,
      y: 1,
      width: 26,
      height: 16,
      fill: fillOf(pattern),
      stroke: paint('outline'),
      'stroke-width': 1,
    }),
  );
