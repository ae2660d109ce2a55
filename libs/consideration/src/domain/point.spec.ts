import { describe, expect, it } from '@jest/globals';
import { isPassageOf, isSamePoint, type PointSpan, splitFaults } from './point.js';

const remark = { text: 'Мерзім ұзақ. 😀 Құжат көп.', proposedWording: 'үш жұмыс күні' };
const span = (startsAt: number, quote: string, part: PointSpan['part'] = 'TEXT'): PointSpan => ({
  part,
  startsAt,
  quote,
});
const first = span(0, 'Мерзім ұзақ.');
const second = span(15, 'Құжат көп.');

describe('a passage of a remark (REQ-50)', () => {
  it('is found by its words and its place, counted in characters and not in code units', () => {
    expect(isPassageOf(first, remark)).toBe(true);
    expect(isPassageOf(second, remark)).toBe(true);
    expect(isPassageOf(span(0, 'үш', 'WORDING'), remark)).toBe(true);
  });

  it.each([
    ['one character off', span(16, 'Құжат көп.')],
    ['other words', span(0, 'Мерзім қысқа.')],
    ['beyond the end', span(20, 'Құжат көп. Көп.')],
    ['nothing', span(0, '')],
    ['before the beginning', span(-1, 'М')],
    ['between two characters', span(0.5, 'М')],
  ])('is not there: %s', (_title, passage) => {
    expect(isPassageOf(passage, remark)).toBe(false);
  });

  it('is not there in a wording that was not proposed', () => {
    expect(isPassageOf(span(0, 'үш', 'WORDING'), { ...remark, proposedWording: null })).toBe(false);
  });
});

describe('a split of a remark (REQ-51)', () => {
  it.each<[string, PointSpan[][]]>([
    ['into one whole', [[]]],
    ['into two', [[first], [second]]],
    ['into two, one with a passage of the wording too', [[first, span(0, 'үш', 'WORDING')], [second]]],
    ['with a passage left out', [[second]]],
    ['of passages that touch', [[span(0, 'Мерзім ')], [span(7, 'ұзақ.')]]],
  ])('may be made %s', (_title, points) => {
    expect(splitFaults(points, remark)).toEqual([]);
  });

  it.each<[string, PointSpan[][], object[]]>([
    ['of nothing', [], [{ point: 0, fault: 'no-point' }]],
    ['into a crowd', Array.from({ length: 51 }, () => [first]), [{ point: 0, fault: 'too-many-points' }]],
    ['with a point without a passage', [[first], []], [{ point: 2, fault: 'passage-missing' }]],
    ['with words that are not there', [[first], [span(3, 'Құжат')]], [{ point: 2, fault: 'passage-not-there' }]],
    ['that decides a passage twice', [[first], [span(7, 'ұзақ. 😀')]], [{ point: 2, fault: 'passages-overlap' }]],
    ['that decides it twice in one point', [[first, first]], [{ point: 1, fault: 'passages-overlap' }]],
  ])('is refused %s', (_title, points, faults) => {
    expect(splitFaults(points, remark)).toEqual(faults);
  });

  it('knows a point again by its passages', () => {
    expect(isSamePoint([first, second], [first, second])).toBe(true);
    expect(isSamePoint([first], [first, second])).toBe(false);
    expect(isSamePoint([first], [second])).toBe(false);
    expect(isSamePoint([], [])).toBe(true);
  });
});
