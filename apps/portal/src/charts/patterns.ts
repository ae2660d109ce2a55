import { element } from './svg.js';

/** Ways to fill an area that differ in black and white as well. */
export const patterns = ['solid', 'lines', 'dots', 'crosses', 'empty'] as const;
export type Pattern = (typeof patterns)[number];

const INK = '#00508f';
const grounds: Readonly<Record<Pattern, string>> = {
  solid: '#9cc4e6',
  lines: '#f4e3b2',
  dots: '#f3d9d3',
  crosses: '#e6e6e6',
  empty: '#ffffff',
};

const idOf = (pattern: Pattern): string => `talqy-pattern-${pattern}`;

/** What an area is filled with; the page has `patternDefinitions` once. */
export const fillOf = (pattern: Pattern): string =>
  pattern === 'solid' || pattern === 'empty' ? grounds[pattern] : `url(#${idOf(pattern)})`;

const stroke = (color: string, d: string) => element('path', { d, stroke: color, 'stroke-width': 1.5, fill: 'none' });

const marks: Readonly<Partial<Record<Pattern, string>>> = {
  lines: stroke('#7a5c00', 'M-2 2 L2 -2 M0 8 L8 0 M6 10 L10 6'),
  dots: element('circle', { cx: 4, cy: 4, r: 1.5, fill: '#942514' }),
  crosses: stroke('#505a5f', 'M0 0 L8 8 M8 0 L0 8'),
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
        const ground = element('rect', { width: 8, height: 8, fill: grounds[pattern] });
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
    element('rect', { x: 1, y: 1, width: 26, height: 16, fill: fillOf(pattern), stroke: INK, 'stroke-width': 1 }),
  );

export { INK };
