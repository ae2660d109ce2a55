import { describe, expect, it } from '@jest/globals';
import { wordsFaults } from './words.js';

describe('the words of an explanation, of an objection and of its answer (REQ-116)', () => {
  it.each([
    ['none', ' ', 'missing'],
    ['nineteen characters', 'ә'.repeat(19), 'too-short'],
    ['a book', 'ә'.repeat(2_001), 'too-long'],
    ['what cannot be written', `${'ә'.repeat(20)}\0`, 'not-text'],
  ])('are not %s', (_name, words, fault) => {
    expect(wordsFaults('words', words)).toEqual([expect.objectContaining({ field: 'words', fault })]);
  });

  it('are 20 to 2,000 characters', () => {
    expect(['ә'.repeat(20), '😀'.repeat(2_000)].flatMap((words) => wordsFaults('words', words))).toEqual([]);
  });
});
