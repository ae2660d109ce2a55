import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  mergedPassages,
  movedPassage,
  type Passage,
  passageAt,
  passageFaults,
  passageOfUnits,
  redactedText,
  restoredPassage,
  wordsOf,
} from './redaction.js';

const said = { text: 'Ә😀 тел. 8 701 1234567, тағы 8 701 1234567.', proposedWording: 'Ғ 87011234567' };
const at = (startsAt: number, length: number, part: Passage['part'] = 'TEXT'): Passage => ({ part, startsAt, length });
const MARK = '[жасырылды]';

describe('passages kept from the public (REQ-116)', () => {
  it('are found by their words and which time they stand there, counted in characters', () => {
    const find = (quote: string, occurrence: number, part: Passage['part'] = 'TEXT') =>
      passageAt({ part, quote, occurrence }, said);
    expect(find('8 701 1234567', 1)).toEqual(at(8, 13));
    expect(find('8 701 1234567', 2)).toEqual(at(28, 13));
    expect(find('8 701 1234567', 3)).toBeUndefined();
    expect(find('8 701 1234567', 0)).toBeUndefined();
    expect(find('', 1)).toBeUndefined();
    expect(find('87011234567', 1, 'WORDING')).toEqual(at(2, 11, 'WORDING'));
    expect(
      passageAt({ part: 'WORDING', quote: 'x', occurrence: 1 }, { ...said, proposedWording: null }),
    ).toBeUndefined();
    expect(passageOfUnits('TEXT', said.text, 9, 22)).toEqual(at(8, 13));
    expect(wordsOf(at(8, 13), said)).toBe('8 701 1234567');
  });

  it('are replaced by the mark, each once, whatever their order and overlap', () => {
    const passages = [at(28, 13), at(8, 5), at(10, 11), at(2, 11, 'WORDING')];
    expect(mergedPassages(passages)).toEqual([at(8, 13), at(28, 13), at(2, 11, 'WORDING')]);
    expect(redactedText(said, passages, MARK)).toEqual({
      text: `Ә😀 тел. ${MARK}, тағы ${MARK}.`,
      proposedWording: `Ғ ${MARK}`,
    });
    expect(redactedText({ ...said, proposedWording: null }, [at(0, 1)], MARK).proposedWording).toBeNull();
  });

  it.each([
    ['none', [], 'missing'],
    ['too many', Array.from({ length: 101 }, () => at(0, 1)), 'too-long'],
    ['one past the end', [at(40, 10)], 'unknown'],
    ['one before the beginning', [at(-1, 2)], 'unknown'],
    ['an empty one', [at(1, 0)], 'unknown'],
    ['half a character', [at(0.5, 1)], 'unknown'],
  ] as const)('are not %s', (_name, passages, fault) => {
    expect(passageFaults(passages, said, MARK)).toEqual([expect.objectContaining({ field: 'passages', fault })]);
  });

  it('are not in a wording that nobody proposed, and leave no text longer than a remark may be', () => {
    expect(passageFaults([at(0, 1, 'WORDING')], { ...said, proposedWording: null }, MARK)).toHaveLength(1);
    const long = { text: 'ә'.repeat(20_000), proposedWording: null };
    expect(passageFaults([at(0, 1)], long, MARK)).toEqual([{ field: 'passages', fault: 'too-long', limit: 20_000 }]);
    expect(passageFaults([at(0, 20_000)], long, MARK)).toEqual([]);
    expect(passageFaults([at(8, 13)], said, MARK)).toEqual([]);
  });
});

describe('a point that quotes a redacted text (REQ-50)', () => {
  const passages = [at(8, 13), at(28, 13)];
  const redacted = redactedText(said, passages, MARK);

  it.each([
    ['before the passage', at(0, 6), 'Ә😀 тел'],
    ['the passage itself', at(8, 13), MARK],
    ['a part of it', at(10, 3), MARK],
    ['into it', at(3, 8), `тел. ${MARK}`],
    ['out of it', at(15, 12), `${MARK}, тағы`],
    ['over it', at(3, 24), `тел. ${MARK}, тағы`],
    ['behind it', at(23, 4), 'тағы'],
    ['from one into the next', at(20, 10), `${MARK}, тағы ${MARK}`],
    ['of the other part', at(2, 3, 'WORDING'), '870'],
  ])('%s', (_name, quoted, quote) => {
    expect(wordsOf(movedPassage(quoted, passages, MARK), redacted)).toBe(quote);
  });

  it('has its place again when the text is restored', () => {
    const place = fc.record({ startsAt: fc.nat(80), length: fc.integer({ min: 1, max: 12 }) });
    fc.assert(
      fc.property(fc.array(place, { maxLength: 6 }), place, fc.string({ minLength: 1 }), (hidden, quoted, mark) => {
        const text = {
          text: Array.from({ length: 100 }, (_, no) => String.fromCodePoint(0x1f600 + no)).join(''),
          proposedWording: null,
        };
        const redactions = hidden.map(({ startsAt, length }) => at(startsAt, length));
        const own = at(quoted.startsAt, quoted.length);
        const moved = movedPassage(own, redactions, mark);
        const back = restoredPassage(moved, redactions, mark);
        // Whole passages where it touched one, else the very same.
        expect(back.startsAt).toBeLessThanOrEqual(own.startsAt);
        expect(back.startsAt + back.length).toBeGreaterThanOrEqual(own.startsAt + own.length);
        expect(movedPassage(back, redactions, mark)).toEqual(moved);
        const shown = redactedText(text, redactions, mark);
        const isTouched = mergedPassages(redactions).some(
          ({ startsAt, length }) => startsAt < own.startsAt + own.length && own.startsAt < startsAt + length,
        );
        if (!isTouched) {
          expect(back).toEqual(own);
          expect(wordsOf(moved, shown)).toBe(wordsOf(own, text));
        } else expect(wordsOf(moved, shown)).toContain(mark);
      }),
    );
  });
});
