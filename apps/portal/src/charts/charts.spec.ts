import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cascades } from './cascade.js';
import { heatOf, heatStrip } from './heat-strip.js';
import { outcomeBar } from './outcome-bar.js';
import { fillOf, patternDefinitions, patterns, swatch } from './patterns.js';
import { element, escaped } from './svg.js';
import { wholePercents, widthsOf } from './widths.js';

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
const frame = { id: 'x', title: 'Title', description: 'What it says' };
const attributes = (svg: string, name: string) =>
  [...svg.matchAll(new RegExp(` ${name}="([^"]*)"`, 'g'))].map(([, value = '']) => value);
/** Well-formed: every element that opens is closed, in order. */
function isWhole(svg: string): boolean {
  const open: string[] = [];
  for (const [, close, name = '', self] of svg.matchAll(/<(\/)?([a-zA-Z]+)(?:\s[^<>]*?)?(\/)?>/g)) {
    if (close && open.pop() !== name) return false;
    if (!close && !self) open.push(name);
  }
  return open.length === 0;
}

describe('widths', () => {
  it('sum to 100, are nothing for nothing, and show the smallest part', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 2 ** 40 }), { minLength: 1, maxLength: 12 }), (parts) => {
        const widths = widthsOf(parts);
        expect(sum(widths)).toBeCloseTo(parts.some((part) => part > 0) ? 100 : 0, 6);
        widths.forEach((width, index) => expect(width > 0.7).toBe((parts[index] ?? 0) > 0));
      }),
    );
  });

  it.each([
    [
      [1, 1],
      [50, 50],
    ],
    [
      [0, 0],
      [0, 0],
    ],
    [
      [0, 5],
      [0, 100],
    ],
    [[], []],
    [
      [999_999, 1],
      [99.25, 0.75],
    ],
  ])('of %j are %j', (parts, widths) => expect(widthsOf(parts)).toEqual(widths));

  it.each([
    [
      [1, 1, 1],
      [34, 33, 33],
    ],
    [
      [2, 1],
      [67, 33],
    ],
    [
      [0, 0],
      [0, 0],
    ],
    [
      [1, 999_999],
      [0, 100],
    ],
    [
      [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
      [50, 50],
    ],
  ])('whole percents of %j are %j', (parts, percents) => expect(wholePercents(parts)).toEqual(percents));

  it('whole percents always sum to 100', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 2 ** 40 }), { minLength: 1, maxLength: 12 }), (parts) => {
        expect(sum(wholePercents(parts))).toBe(parts.some((part) => part > 0) ? 100 : 0);
      }),
    );
  });
});

describe('markup', () => {
  it('has no markup of other people in it', () => {
    const hostile = `</title><script>alert('1')</script>&"`;
    expect(escaped(hostile)).not.toMatch(/[<>"']/);
    expect(element('g', { id: hostile, none: undefined })).toBe(`<g id="${escaped(hostile)}"/>`);
    const pictures = [
      outcomeBar({ ...frame, title: hostile, description: hostile }, [
        { count: 1, label: hostile.slice(0, 20), pattern: 'dots' },
      ]),
      cascades({ ...frame, title: hostile }, [{ whole: { count: 1, label: hostile, pattern: 'solid' }, parts: [] }]),
      heatStrip({ title: hostile, description: hostile }, [
        { label: '<b>', count: 1, figure: '<i>', isSection: false },
      ]),
    ];
    for (const each of pictures) {
      expect(each).not.toMatch(/<(script|b|i)\b/);
      expect(isWhole(each)).toBe(true);
    }
  });

  it('carries no style that the policy of the pages forbids', () => {
    const all = patternDefinitions() + patterns.map(swatch).join('') + outcomeBar(frame, []);
    expect(all).not.toMatch(/\sstyle=|<style|javascript:|\son\w+=/);
    for (const pattern of patterns)
      expect(fillOf(pattern)).toMatch(/^var\(--talqy-chart-[\w-]+\)$|^url\(#talqy-pattern-\w+\)$/);
    for (const [, id = ''] of all.matchAll(/url\(#([\w-]+)\)/g)) expect(patternDefinitions()).toContain(`id="${id}"`);
  });
});

describe('the outcome bar', () => {
  const bar = (...counts: number[]) =>
    outcomeBar(
      frame,
      counts.map((count) => ({ count, label: String(count), pattern: 'lines' as const })),
    );

  it('has a name and a description, and parts that fill it', () => {
    const svg = bar(3, 0, 1);
    expect(svg).toContain('role="img" aria-labelledby="x-title x-description"');
    expect(svg).toContain('<title id="x-title">Title</title><desc id="x-description">What it says</desc>');
    expect(attributes(svg, 'width').filter((width) => width.endsWith('%'))).toEqual(['100%', '75%', '25%', '100%']);
  });

  it('of nothing is an empty outline', () => {
    const svg = bar(0, 0);
    expect(svg.match(/<rect/g)).toHaveLength(1);
    expect(svg).not.toContain('<text');
    expect(isWhole(svg)).toBe(true);
  });

  it('writes a figure only where there is room on the narrowest screen', () => {
    expect(bar(1_000_000_000_000, 1).match(/<text/g)).toHaveLength(1);
    expect(bar(1, 1).match(/<text/g)).toHaveLength(2);
  });
});

describe('the cascade', () => {
  const line = (count: number, label = `n ${count}`) => ({ count, label, pattern: 'solid' as const });

  it('shows the whole, then each part from where the one before it ends', () => {
    const svg = cascades(frame, [{ whole: line(10), parts: [line(5), line(3), line(2)] }]);
    const bars = [...svg.matchAll(/<rect x="([\d.]+)%" y="\d+" width="([\d.]+)%" height="18"/g)];
    expect(bars.map(([, x, width]) => [Number(x), Number(width)])).toEqual([
      [0, 100],
      [0, 50],
      [50, 30],
      [80, 20],
    ]);
    expect(svg.match(/<line/g)).toHaveLength(2);
    for (const label of ['n 10', 'n 5', 'n 3', 'n 2']) expect(svg).toContain(`>${label}<`);
  });

  it('names what is zero, without a bar', () => {
    const svg = cascades(frame, [{ whole: line(0), parts: [line(0), line(0)] }]);
    expect(svg.match(/<text/g)).toHaveLength(3);
    expect(svg).not.toContain('height="18"');
  });
});

describe('the heat strip', () => {
  it.each([
    [0, 100, 0],
    [1, 100, 1],
    [25, 100, 1],
    [26, 100, 2],
    [100, 100, 4],
    [1, 1, 4],
    [0, 0, 0],
    [3, 1_000_000_000, 1],
  ])('%i of %i is heat %i', (count, most, heat) => expect(heatOf(count, most)).toBe(heat));

  it('has a cell for every part, also for those nobody spoke about, each with its figure', () => {
    const cells = [
      { label: '1.', count: 0, figure: '0', isSection: true },
      { label: '12.3.4)', count: 12_345, figure: '12 345', isSection: false },
    ];
    const strip = heatStrip(frame, cells);
    expect(strip).toContain('role="img" aria-label="Title. What it says"');
    expect(strip.match(/talqy-heat__cell/g)).toHaveLength(2);
    for (const text of ['>1.<', '>0<', '>12.3.…<', '>12 345<']) expect(strip).toContain(text);
    expect(heatStrip(frame, [])).not.toContain('cell');
  });
});
