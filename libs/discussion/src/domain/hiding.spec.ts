import { describe, expect, it } from '@jest/globals';
import { hidingFaults, hidingGrounds } from './hiding.js';

const reason = {
  ground: 'ABUSE',
  explanationKk: 'Мәтінде лауазымды тұлғаны балағаттау бар.',
  explanationRu: 'В тексте есть оскорбление должностного лица.',
};

describe('the reason of a hiding (REQ-116)', () => {
  it.each(hidingGrounds)('may be %s, with an explanation in both languages', (ground) => {
    expect(hidingFaults({ ...reason, ground }, hidingGrounds)).toEqual([]);
  });

  it.each([
    ['off the subject, which gets an answer', { ground: 'OFF_TOPIC' }, 'ground', 'unknown'],
    ['nothing', { ground: '' }, 'ground', 'missing'],
    ['nineteen letters', { explanationKk: 'ә'.repeat(19) }, 'explanationKk', 'too-short'],
    ['blanks around a few words', { explanationRu: `  мат${' '.repeat(30)}` }, 'explanationRu', 'too-short'],
    ['one language alone', { explanationRu: ' ' }, 'explanationRu', 'missing'],
    ['a book', { explanationKk: 'ә'.repeat(2_001) }, 'explanationKk', 'too-long'],
    ['what cannot be written', { explanationKk: `${'ә'.repeat(20)}\0` }, 'explanationKk', 'not-text'],
  ] as const)('may not be %s', (_name, over, field, fault) => {
    expect(hidingFaults({ ...reason, ...over }, hidingGrounds)).toEqual([expect.objectContaining({ field, fault })]);
  });

  it('may not be a ground that the profile does not have', () => {
    expect(hidingFaults({ ...reason, ground: 'SPAM' }, ['ABUSE'])).toEqual([{ field: 'ground', fault: 'unknown' }]);
  });
});
