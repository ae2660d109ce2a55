import { describe, expect, it } from '@jest/globals';
import { highlight } from './highlight.js';

const marked = (before: string, after: string): string =>
  highlight(before, after)
    .map(({ change, text }) => (change === 'same' ? text : `[${change === 'added' ? '+' : '-'}${text}]`))
    .join('');

describe('the differing words', () => {
  it.each([
    ['Мерзімді үш күнге қысқарту', 'Мерзімді бес күнге қысқарту', 'Мерзімді [-үш][+бес] күнге қысқарту'],
    ['Срок – 3 дня.', 'Срок – 13 дней.', 'Срок – [-3 дня][+13 дней].'],
    ['same', 'same', 'same'],
    ['', 'new', '[+new]'],
  ])('%j and %j', (before, after, shown) => {
    expect(marked(before, after)).toBe(shown);
  });

  it('Kazakh words are not cut inside', () => {
    const changed = highlight('қызметті көрсету', 'қызметтің көрсету').filter(({ change }) => change !== 'same');
    expect(changed.map(({ text }) => text)).toEqual(['қызметті', 'қызметтің']);
  });

  it('texts with little in common are shown whole', () => {
    const words = (stem: string) => Array.from({ length: 900 }, (_, index) => `${stem}${index}`).join(' ');
    expect(highlight(words('а'), words('б'))).toEqual([{ change: 'same', text: words('б') }]);
  });
});
