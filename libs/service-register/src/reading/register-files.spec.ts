import { describe, expect, it } from '@jest/globals';
import { csvRegister, ministryRow, serviceRow } from '../testing/register-files.js';
import { readCsvRegister } from './csv-register.js';
import { readJsonRegister } from './json-register.js';

describe('readCsvRegister', () => {
  it('gives each row the line where it begins, also after a value with line breaks and an empty line', () => {
    const file = readCsvRegister(`\uFEFFtype,code,act\r\nbody,a,"one\r\ntwo"\r\n\r\nbody,b,x\r\n`);
    expect(file).toEqual({
      records: [
        { line: 2, fields: { type: 'body', code: 'a', act: 'one\ntwo' } },
        { line: 5, fields: { type: 'body', code: 'b', act: 'x' } },
      ],
      faults: [],
    });
  });
  it('reads semicolons, with commas inside values', () =>
    expect(readCsvRegister('type;code;name_ru\nbody;a;Да, нет').records).toEqual([
      { line: 2, fields: { type: 'body', code: 'a', name_ru: 'Да, нет' } },
    ]));
  it('names a row with too few values and reads the others', () => {
    const { records, faults } = readCsvRegister(csvRegister(ministryRow, 'body,x', serviceRow()));
    expect(records.map(({ line }) => line)).toEqual([2, 4]);
    expect(faults).toMatchObject([{ line: 3, code: 'not-readable' }]);
  });
  it('names a quotation mark that is never closed', () =>
    expect(readCsvRegister(csvRegister('body,"x')).faults).toMatchObject([{ code: 'not-readable' }]));
  it('finds nothing in an empty file', () => expect(readCsvRegister('')).toEqual({ records: [], faults: [] }));
});

describe('readJsonRegister', () => {
  it('gives each object the line where it begins', () => {
    const text =
      '[\n  {"type": "body", "code": "a", "subordinate_to_president": true, "name_en": null},\n\n  {"code": "00000001"}\n]';
    expect(readJsonRegister(text)).toEqual({
      records: [
        { line: 2, fields: { type: 'body', code: 'a', subordinate_to_president: 'true', name_en: '' } },
        { line: 4, fields: { code: '00000001' } },
      ],
      faults: [],
    });
  });
  it('keeps the digits of a number as they are written', () =>
    expect(readJsonRegister('[{"code": 12345678901234567890}]').records[0]?.fields['code']).toBe(
      '12345678901234567890',
    ));
  it.each([
    ['what is not JSON', '[\n{"a": 1},\n{b: 2}]', 3],
    ['what is no list', '{"type": "body"}', 1],
    ['an object inside an object', '[\n{"name": {"kk": "a"}}]', 2],
    ['a key that stands twice', '[{"code": "a", "code": "b"}]', 1],
    ['an object that ends too early', '[{"code"', 1],
  ])('names %s', (_, text, line) =>
    expect(readJsonRegister(text)).toMatchObject({ records: [], faults: [{ line, code: 'not-readable' }] }),
  );
  it('does not let a key touch a prototype', () => {
    readJsonRegister('[{"__proto__": "x"}]');
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });
});
