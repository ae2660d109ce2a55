import { describe, expect, it } from '@jest/globals';
import { type NewProcedure, procedureRefusals, titleOf } from './new-procedure.js';

const name = { kk: '«Анықтама» беру', ru: 'Выдача справки' };
const standard: NewProcedure = {
  kind: 'NEW_STANDARD',
  title: { kk: '"Анықтама"  беру', ru: 'Выдача справки' },
  profileFamily: 'kz-126',
  languages: ['kk', 'ru'],
  developer: { id: 'ministry', mayDevelopStandards: true },
  service: { bodyId: 'ministry', name },
};
const refused = (change: Partial<NewProcedure>) =>
  procedureRefusals({ ...standard, ...change }).map(({ refusal, clause, language }) =>
    [refusal, clause, language].filter(Boolean).join(' '),
  );

describe('procedureRefusals', () => {
  it('lets a new standard begin from its register entry (R5, REQ-01)', () => expect(refused({})).toEqual([]));
  it('lets an amendment begin without a register entry (R8.5, REQ-82)', () =>
    expect(refused({ kind: 'AMENDMENT', service: undefined })).toEqual([]));
  it('lets an amendment have a name of its own', () =>
    expect(refused({ kind: 'AMENDMENT', title: { kk: 'Өзгеріс', ru: 'Изменение' } })).toEqual([]));
  it('lets another draft begin under another profile, in its language, by any body', () =>
    expect(
      refused({
        kind: 'OTHER_DRAFT',
        profileFamily: 'iso-enquiry',
        languages: ['en'],
        title: { kk: '', ru: '', en: 'Quantities and units' },
        developer: { id: 'iso', mayDevelopStandards: false },
        service: undefined,
      }),
    ).toEqual([]));

  it.each([
    ['a new standard without a register entry (R5, REQ-01)', { service: undefined }, ['no-register-entry R5']],
    [
      'one letter of difference (R10.I.1, REQ-11)',
      { title: { ...name, kk: '«Анықтамa» беру' } },
      ['name-differs R10.I.1 kk'],
    ],
    [
      'another name in both languages',
      { title: { kk: 'А', ru: 'Б' } },
      ['name-differs R10.I.1 kk', 'name-differs R10.I.1 ru'],
    ],
    [
      'a body that is not central (R10.I.2, REQ-12)',
      { developer: { id: 'ministry', mayDevelopStandards: false } },
      ['developer-not-central R10.I.2'],
    ],
    [
      'a central body of another competence (R10.I.2)',
      { developer: { id: 'other', mayDevelopStandards: true } },
      ['developer-not-competent R10.I.2'],
    ],
    [
      'an amendment by an akimat (REQ-12)',
      { kind: 'AMENDMENT', developer: { id: 'ministry', mayDevelopStandards: false } },
      ['developer-not-central R10.I.2'],
    ],
    ['a standard under the rules of another country', { profileFamily: 'uk' }, ['profile-not-of-standards R1']],
    [
      'a title in one language',
      { kind: 'AMENDMENT', title: { kk: '–', ru: 'Изменение' } },
      ['title-missing AMB-28 kk'],
    ],
    [
      'another draft without a title',
      { kind: 'OTHER_DRAFT', title: { kk: '', ru: '' }, languages: ['en'] },
      ['title-missing AMB-28 en'],
    ],
  ] as const)('refuses %s', (_, change, expected) => expect(refused(change)).toEqual(expected));
});

describe('titleOf', () => {
  const nothing = { kk: '', ru: '' };
  const english = { ...name, en: 'Issue of a certificate' };

  it('is the name of the service where a new standard has no title (R10.I.1)', () => {
    expect(titleOf('NEW_STANDARD', nothing, { name })).toEqual(name);
    expect(titleOf('NEW_STANDARD', nothing, { name: english })).toEqual(english);
  });
  it('is, language by language, what was typed', () => {
    expect(titleOf('NEW_STANDARD', { kk: '', ru: 'Справка' }, { name })).toEqual({ kk: name.kk, ru: 'Справка' });
    expect(titleOf('NEW_STANDARD', { kk: 'А', ru: 'Б', en: 'C' }, { name: english })).toEqual({
      kk: 'А',
      ru: 'Б',
      en: 'C',
    });
  });
  it('is what was typed where no service is named', () =>
    expect(titleOf('NEW_STANDARD', nothing, undefined)).toEqual(nothing));
  it.each(['AMENDMENT', 'OTHER_DRAFT'] as const)('takes no name of a service for %s', (kind) =>
    expect(titleOf(kind, nothing, { name })).toEqual(nothing),
  );
});
