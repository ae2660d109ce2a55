import { describe, expect, it } from '@jest/globals';
import { newId } from '#lib/kernel';
import { readRowState, type RowState, rowStateText, subjectOf } from './row-state.js';

const base: RowState = {
  language: 'kk',
  draftVersion: 3,
  remarkId: newId(),
  position: 2,
  pointId: newId(),
  decision: 4,
  group: null,
};
const states: RowState[] = [
  base,
  { ...base, pointId: null, decision: 0 },
  { ...base, language: 'en', group: { no: 17, seen: 'ab'.repeat(32) } },
];

describe('the state of a row', () => {
  it.each(states)('comes back as it was written, also with blanks around it', (state) => {
    expect(readRowState(rowStateText(state))).toEqual(state);
    expect(readRowState(` ${rowStateText(state).replace(' ', '\n')} `)).toEqual(state);
  });

  it('is noticed to be damaged, whichever of its characters is another', () => {
    const text = rowStateText(states[2] ?? base);
    for (let at = 0; at < text.length; at++) {
      if (text[at] === ' ') continue;
      const damaged = text.slice(0, at) + (text[at] === '7' ? '8' : '7') + text.slice(at + 1);
      expect([at, readRowState(damaged)]).toEqual([at, undefined]);
    }
    for (const other of ['', 'talqy1', '=1+1', '42']) expect(readRowState(other)).toBeUndefined();
  });

  it('names what the row answers: a point, a group’s point, or a remark that has no point yet', () => {
    expect(new Set([...states, { ...base, draftVersion: 9 }].map(subjectOf)).size).toBe(3);
  });
});
