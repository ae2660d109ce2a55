import { describe, expect, it } from '@jest/globals';
import { noteFault } from './note.js';
import { type OwnInitiative, ownInitiativeFaults } from './own-initiative.js';

const initiative: OwnInitiative = {
  nature: 'EDITORIAL',
  reasonKk: 'Емле қатесі түзетілді, мағынасы өзгерген жоқ.',
  reasonRu: 'Исправлена опечатка, смысл не изменился.',
};

describe('a change on own initiative (AMB-14, REQ-76)', () => {
  it('is explained in both languages and classified', () => {
    expect(ownInitiativeFaults(initiative, 20)).toEqual([]);
  });

  it.each<[string, object, object[]]>([
    ['no nature', { nature: 'COSMETIC' }, [{ field: 'nature', fault: 'unknown' }]],
    ['a reason of one word', { reasonRu: 'Надо.' }, [{ field: 'reasonRu', fault: 'too-short', least: 20 }]],
    ['an endless reason', { reasonKk: 'ә'.repeat(5_001) }, [{ field: 'reasonKk', fault: 'too-long' }]],
    ['what is no text', { reasonKk: `${'ә'.repeat(30)}\0` }, [{ field: 'reasonKk', fault: 'not-text' }]],
  ])('is refused: %s', (_title, more, faults) => {
    expect(ownInitiativeFaults({ ...initiative, ...more }, 20)).toEqual(faults);
  });
});

describe('a note', () => {
  it.each([
    ['қараңыз', null],
    [' ', 'missing'],
    ['a\0', 'not-text'],
    ['ә'.repeat(5_001), 'too-long'],
  ])('%#', (text, fault) => {
    expect(noteFault(text)).toBe(fault);
  });
});
