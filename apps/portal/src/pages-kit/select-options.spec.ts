import { describe, expect, it } from '@jest/globals';
import { selectOptions } from './select-options.js';

const options = new Map([
  ['REMARK', 'Замечание'],
  ['PROPOSAL', 'Предложение'],
]);
const chosenOf = (...given: Parameters<typeof selectOptions>) =>
  selectOptions(...given).map(({ value, selected }) => [value, selected]);

describe('the options of a select', () => {
  it('begin with the one that stands for all, chosen while nothing else is', () => {
    expect(selectOptions(options, undefined, 'Все')[0]).toEqual({ value: '', text: 'Все', selected: true });
    expect(chosenOf(options, '', 'Все')).toEqual([
      ['', true],
      ['REMARK', false],
      ['PROPOSAL', false],
    ]);
    expect(chosenOf(options, 'PROPOSAL', 'Все')).toEqual([
      ['', false],
      ['REMARK', false],
      ['PROPOSAL', true],
    ]);
  });

  it('are those given alone where nothing stands for all, and none is chosen that is not offered', () => {
    expect(chosenOf(options, 'OTHER')).toEqual([
      ['REMARK', false],
      ['PROPOSAL', false],
    ]);
  });
});
