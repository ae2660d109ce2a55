import { describe, expect, it } from '@jest/globals';
import { legalDay } from '#lib/kernel';
import type { PublicServiceFacts } from './public-service.js';
import { countsOf, planRegister } from './register-plan.js';
import type { RegisterRow } from './register-row.js';
import type { RegisterSectionFacts } from './register-section.js';
import type { StateBodyFacts } from './state-body.js';

const body: StateBodyFacts = {
  code: 'mne',
  kind: 'CENTRAL',
  name: { kk: 'Министрлік', ru: 'Министерство' },
  isSubordinateToPresident: false,
};
const service: PublicServiceFacts = {
  code: '00403005',
  name: { kk: 'Анықтама', ru: 'Справка' },
  enteredOn: legalDay('2016-05-20'),
  act: 'Приказ',
  bodyCode: 'mne',
};
const section: RegisterSectionFacts = { code: '004', name: { kk: 'Бөлім', ru: 'Раздел' } };
const nothing = { bodies: [], services: [], sections: [] };
const rows: RegisterRow[] = [
  { line: 2, type: 'body', body },
  { line: 3, type: 'service', service },
];

describe('the plan of a register file', () => {
  it('tells what is new', () => {
    const plan = planRegister(rows, nothing);
    expect(plan.map(({ line, state }) => [line, state])).toEqual([
      [2, 'NEW'],
      [3, 'NEW'],
    ]);
    expect([countsOf(plan, 'body'), countsOf(plan, 'service')]).toEqual([
      { created: 1, updated: 0 },
      { created: 1, updated: 0 },
    ]);
  });

  it('tells what changes, column by column, and what is the same', () => {
    const known = {
      bodies: [{ ...body, authority: 'PUBLIC_SERVICES' as const, name: { ...body.name, en: 'Ministry' } }],
      services: [service],
      sections: [],
    };
    const plan = planRegister(rows, known);
    expect(plan.map(({ state }) => state)).toEqual(['CHANGED', 'SAME']);
    expect(plan[0]?.changes).toEqual([
      { field: 'name_en', before: 'Ministry', after: '' },
      { field: 'authority', before: 'PUBLIC_SERVICES', after: '' },
    ]);
    expect(countsOf(plan, 'body')).toEqual({ created: 0, updated: 1 });
  });

  it('takes a body and a service of one code for two things', () => {
    const same = { ...body, code: service.code };
    const plan = planRegister([{ line: 2, type: 'body', body: same }], { ...nothing, services: [service] });
    expect(plan[0]?.state).toBe('NEW');
  });

  it('tells of a section that it is new, has another name, or is the same', () => {
    const file: RegisterRow[] = [{ line: 2, type: 'section', section }];
    const after = (...sections: RegisterSectionFacts[]) => planRegister(file, { ...nothing, sections });
    expect(after()).toMatchObject([{ type: 'section', code: '004', name: section.name, state: 'NEW', changes: [] }]);
    expect(after(section)).toMatchObject([{ state: 'SAME', changes: [] }]);
    const renamed = after({ ...section, name: { kk: 'Бөлім', ru: 'Прежний', en: 'Former' } });
    expect(renamed).toMatchObject([{ state: 'CHANGED' }]);
    expect(renamed[0]?.changes).toEqual([
      { field: 'name_ru', before: 'Прежний', after: 'Раздел' },
      { field: 'name_en', before: 'Former', after: '' },
    ]);
    expect([countsOf(renamed, 'section'), countsOf(renamed, 'service')]).toEqual([
      { created: 0, updated: 1 },
      { created: 0, updated: 0 },
    ]);
  });
});
