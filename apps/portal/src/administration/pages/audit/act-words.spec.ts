import { describe, expect, it } from '@jest/globals';
import { languages } from '#lib/kernel';
import { ledgerActs } from '#lib/ledger';
import { isMessageKey, translator } from '#lib/localisation';
import { actorWords, actWords, officersAmong, subjectWords } from './act-words.js';

const t = translator('ru');

describe('the acts of the ledger in words', () => {
  it.each(ledgerActs)('%s has its words in every language, and no other act has them', (act) => {
    expect(isMessageKey(`audit.act.${act}`)).toBe(true);
    for (const language of languages) {
      const words = actWords(act, translator(language));
      expect(ledgerActs.filter((each) => actWords(each, translator(language)) === words)).toEqual([act]);
    }
  });

  it('an act or a kind of another release keeps its name', () => {
    expect([actWords('moon.landed', t), subjectWords('moon', t)]).toEqual(['moon.landed', 'moon']);
  });
});

describe('who acted', () => {
  const names = new Map([['1', 'Болат Ахметов']]);

  it.each([
    ['officer:1', 'Болат Ахметов'],
    ['officer:2', t('audit.by-unknown')],
    ['citizen', t('audit.by-citizen')],
    ['system:cli', t('audit.by-system', { name: 'cli' })],
    ['moon', 'moon'],
  ])('%s is said as %s', (actor, words) => expect(actorWords(actor, names, t)).toBe(words));

  it('names officials once', () =>
    expect(officersAmong(['officer:1', 'citizen', 'officer:1', 'system:officer:2'])).toEqual(['1']));
});
