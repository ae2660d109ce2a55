import { describe, expect, it } from '@jest/globals';
import { blanksIn } from './blanks.js';
import { type GroundTemplate, groundTemplateFaults } from './ground-template.js';

const reasons = [{ code: 'BUDGET' as const }];
const template: GroundTemplate = {
  name: 'Бюджет',
  reasonCode: 'BUDGET',
  groundKk: '[[неге]] үшін республикалық бюджетте қаражат көзделмеген.',
  groundRu: 'На [[что именно]] средства республиканского бюджета не предусмотрены.',
};

describe('a template of grounds (REQ-53)', () => {
  it('is kept when each text has a blank to complete', () => {
    expect(groundTemplateFaults(template, reasons)).toEqual([]);
    expect(blanksIn('На [[ что именно ]] и [[когда]]')).toEqual(['что именно', 'когда']);
    expect(blanksIn('[[не закрыто и [просто скобки]')).toEqual([]);
  });

  it.each<[string, Partial<GroundTemplate>, object[]]>([
    ['a ground that fits everything', { groundRu: 'Не предусмотрено.' }, [{ field: 'groundRu', fault: 'no-blank' }]],
    ['no Kazakh text', { groundKk: ' ' }, [{ field: 'groundKk', fault: 'missing' }]],
    ['no name', { name: '' }, [{ field: 'name', fault: 'missing' }]],
    ['a long name', { name: 'ә'.repeat(121) }, [{ field: 'name', fault: 'too-long' }]],
    ['what is no text', { groundKk: 'a\0[[b]]' }, [{ field: 'groundKk', fault: 'not-text' }]],
    ['a reason nobody knows', { reasonCode: 'WHIM' }, [{ field: 'reasonCode', fault: 'reason-unknown' }]],
  ])('is refused: %s', (_title, more, faults) => {
    expect(groundTemplateFaults({ ...template, ...more }, reasons)).toEqual(faults);
  });
});
