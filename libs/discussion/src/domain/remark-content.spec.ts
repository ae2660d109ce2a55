import { describe, expect, it } from '@jest/globals';
import { contentFaults, type RemarkContent } from './remark-content.js';

const clause = '0198c5a0-0000-7000-8000-000000000001';
const clauses = new Set([clause]);
const remark = (over: Partial<RemarkContent> = {}): RemarkContent => ({
  kind: 'REMARK',
  language: 'kk',
  text: 'Мерзім ұзақ',
  anchors: [clause],
  ...over,
});
const faultsOf = (over: Partial<RemarkContent>) =>
  contentFaults(remark(over), clauses).map(({ field, fault }) => `${field} ${fault}`);

describe('content of a remark (REQ-30..32)', () => {
  it.each([
    ['a remark on a clause', {}],
    ['a remark on the whole draft', { anchors: [] }],
    ['20,000 characters outside the basic plane', { text: '𐐷'.repeat(20_000) }],
    ['a proposed wording', { kind: 'PROPOSAL', proposedWording: '5 жұмыс күні' }],
  ] as const)('takes %s', (_, over) => {
    expect(faultsOf(over)).toEqual([]);
  });

  it.each([
    ['an empty text', { text: '' }, 'text missing'],
    ['blanks only', { text: ' \n' }, 'text missing'],
    ['20,001 characters', { text: 'ә'.repeat(20_001) }, 'text too-long'],
    ['a NUL', { text: 'a\0b' }, 'text not-text'],
    ['half a character', { proposedWording: '\ud800' }, 'proposedWording not-text'],
    ['a clause of another draft', { anchors: ['0198c5a0-0000-7000-8000-000000000002'] }, 'anchors not-of-this-draft'],
    ['no id', { anchors: ['II.5'] }, 'anchors not-of-this-draft'],
    ['one clause twice', { anchors: [clause, clause] }, 'anchors repeated'],
  ] as const)('refuses %s', (_, over, expected) => {
    expect(faultsOf(over)).toEqual([expected]);
  });
});
