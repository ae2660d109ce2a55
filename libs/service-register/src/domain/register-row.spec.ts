import { describe, expect, it } from '@jest/globals';
import { readRegisterRow } from './register-row.js';

const body = { type: 'body', code: 'mne', kind: 'CENTRAL', name_kk: 'Министрлік', name_ru: 'Министерство' };
const service = {
  type: 'service',
  code: '00403005',
  name_kk: 'Анықтама',
  name_ru: 'Справка',
  entered_on: '2016-05-20',
  act: 'Приказ № 1',
  body: 'mne',
};

const section = { type: 'section', code: '021', name_kk: 'Білім', name_ru: 'Образование' };

const faultsOf = (fields: Record<string, string>) => {
  const reading = readRegisterRow({ line: 7, fields });
  return 'faults' in reading ? reading.faults.map(({ line, field, code }) => `${line} ${field} ${code}`) : [];
};

describe('readRegisterRow', () => {
  it('reads a body (R4), trimmed and in NFC', () => {
    const reading = readRegisterRow({
      line: 2,
      fields: {
        ...body,
        name_ru: '  Министерство и\u0306 ',
        subordinate_to_president: 'Да',
        authority: 'INFORMATISATION',
      },
    });
    expect(reading).toEqual({
      row: {
        line: 2,
        type: 'body',
        body: {
          code: 'mne',
          kind: 'CENTRAL',
          name: { kk: 'Министрлік', ru: 'Министерство й' },
          isSubordinateToPresident: true,
          authority: 'INFORMATISATION',
        },
      },
    });
  });

  it('reads a service of the register (R5, REQ-01)', () => {
    expect(readRegisterRow({ line: 3, fields: { ...service, name_en: 'Certificate' } })).toEqual({
      row: {
        line: 3,
        type: 'service',
        service: {
          code: '00403005',
          name: { kk: 'Анықтама', ru: 'Справка', en: 'Certificate' },
          enteredOn: '2016-05-20',
          act: 'Приказ № 1',
          bodyCode: 'mne',
        },
      },
    });
  });

  it('reads a section of the register, with and without an English name', () => {
    const name = { kk: 'Білім', ru: 'Образование' };
    const row = (fields: Record<string, string>) => readRegisterRow({ line: 4, fields });
    expect(row(section)).toEqual({ row: { line: 4, type: 'section', section: { code: '021', name } } });
    expect(row({ ...section, name_en: ' Education ' })).toEqual({
      row: { line: 4, type: 'section', section: { code: '021', name: { ...name, en: 'Education' } } },
    });
  });

  it.each([
    ['an unknown type', { ...body, type: 'person' }, ['7 type unknown-type']],
    ['an unknown column', { ...body, colour: 'red' }, ['7 colour unknown-field']],
    ['no Kazakh name', { ...body, name_kk: ' ' }, ['7 name_kk missing']],
    ['no Russian name', { ...service, name_ru: '' }, ['7 name_ru missing']],
    ['an unknown kind', { ...body, kind: 'central' }, ['7 kind unknown-kind']],
    ['an unknown authority', { ...body, authority: 'NASA' }, ['7 authority unknown-authority']],
    [
      'an answer that is neither',
      { ...body, subordinate_to_president: 'maybe' },
      ['7 subordinate_to_president not-yes-or-no'],
    ],
    ['an address with a script', { ...body, resource_url: 'javascript:alert(1)' }, ['7 resource_url not-a-url']],
    ['a body code with a space', { ...body, code: 'm ne' }, ['7 code body-code']],
    ['a service code of seven digits', { ...service, code: '0040300' }, ['7 code service-code']],
    ['a service code in other digits', { ...service, code: '٠٠٤٠٣٠٠٥' }, ['7 code service-code']],
    ['a section code of two digits', { ...section, code: '21' }, ['7 code section-code']],
    ['a section code in other digits', { ...section, code: '٠٢١' }, ['7 code section-code']],
    ['a section without names', { type: 'section', code: '021' }, ['7 name_kk missing', '7 name_ru missing']],
    ['a section with a hidden mark', { ...section, name_kk: 'Бі\u202eлім' }, ['7 name_kk control-character']],
    ['a day that is none', { ...service, entered_on: '2015-02-29' }, ['7 entered_on not-a-day']],
    ['a hidden direction mark', { ...body, name_ru: 'Мини\u202eстерство' }, ['7 name_ru control-character']],
    ['a name without end', { ...body, name_ru: 'М'.repeat(1001) }, ['7 name_ru too-long']],
    ['several faults at once', { ...service, code: '1', act: '' }, ['7 code service-code', '7 act missing']],
  ])('refuses %s', (_, fields, expected) => expect(faultsOf(fields)).toEqual(expected));
});
