import { readFileSync } from 'node:fs';
import { contrastOf } from '#lib/testing';
import { describe, expect, it } from '@jest/globals';
import { type Paint, paint, paints } from './paint.js';

const styles = readFileSync('apps/portal/styles/_charts.scss', 'utf8');
const [byDay = '', byNight = ''] = styles.split('@media screen and (prefers-color-scheme: dark)');

describe.each([
  ['by day', byDay],
  ['by night', byNight],
])('a picture %s', (_, css) => {
  const colour = (name: Paint | 'letters'): string =>
    new RegExp(`--talqy-chart-${name}: (#[0-9a-f]{6});`).exec(css)?.[1] ?? '';

  it('has every colour that is named', () => {
    for (const name of [...paints, 'letters'] as const)
      expect([name, colour(name)]).toEqual([name, expect.stringMatching(/^#/)]);
    expect(css.match(/--talqy-chart-[\w-]+: #/g)).toHaveLength(paints.length + 1);
  });

  it.each(['ground', 'heat-1', 'heat-2', 'heat-3', 'heat-4'] as const)('has letters of 7:1 on %s', (name) =>
    expect(contrastOf(colour('letters'), colour(name))).toBeGreaterThanOrEqual(7),
  );

  it.each([
    ['outline', 'ground'],
    ['outline', 'solid'],
    ['joint', 'ground'],
    ['section', 'heat-4'],
    ['cell', 'ground'],
    ['lines-mark', 'lines'],
    ['dots-mark', 'dots'],
    ['crosses-mark', 'crosses'],
  ] as const)('tells %s from %s by 3:1', (mark, ground) =>
    expect(contrastOf(colour(mark), colour(ground))).toBeGreaterThanOrEqual(3),
  );
});

it('names a colour as the styles do', () => expect(paint('heat-1')).toBe('var(--talqy-chart-heat-1)'));
