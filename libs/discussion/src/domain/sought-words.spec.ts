import { describe, expect, it } from '@jest/globals';
import { soughtWords } from './sought-words.js';

describe('soughtWords', () => {
  it.each([
    ['архивная  справка', ['архивная', 'справка']],
    ['«Мұрағаттық анықтама» № 126', ['Мұрағаттық', 'анықтама', '126']],
    ['и\u0306од', ['йод']],
    [`'; drop table clause; -- | & ! :* <->`, ['drop', 'table', 'clause']],
    ['!!! … ', []],
    ['', []],
  ])('reads %j', (typed, words) => expect(soughtWords(typed)).toEqual(words));

  it('takes eight words, each of sixty letters at most', () => {
    const words = soughtWords('сөз '.repeat(50) + 'а'.repeat(500));
    expect(words).toHaveLength(8);
    expect(soughtWords('а'.repeat(500))).toEqual(['а'.repeat(60)]);
  });
});
