import { describe, expect, it } from '@jest/globals';
import { pathLabels } from './path-labels.js';

const part = (level: number, label: string) => ({
  lineageId: `${level}${label}`,
  kind: 'CLAUSE' as const,
  level,
  label,
});
const labels = (...parts: ReturnType<typeof part>[]) => pathLabels(parts).map(({ label }) => label);

describe('the label of a clause outside its place', () => {
  it('names the parts it stands in', () => {
    expect(labels(part(1, '1.'), part(2, '1)'), part(2, '2)'), part(1, '2.'), part(2, '6.'), part(3, '3)'))).toEqual([
      '1',
      '1 / 1)',
      '1 / 2)',
      '2',
      '2 / 6',
      '2 / 6 / 3)',
    ]);
  });

  it('names a part without a number by its place', () => {
    expect(labels(part(1, ''), part(2, ' '), part(1, '3-1.'))).toEqual(['¶1', '¶1 / ¶2', '3-1']);
  });
});
