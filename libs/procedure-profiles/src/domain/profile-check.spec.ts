import { describe, expect, it } from '@jest/globals';
import { instant, type LegalDay, legalDay } from '#lib/kernel';
import { assertCoherent, profileById, shippedProfiles } from '#lib/time-limits';
import { versionOf } from '../testing/new-profile.js';
import { firstDayToSet } from './first-day.js';
import { profileFaults } from './profile-check.js';
import { builtProfile, type NewProfile, type ProfileRules, rulesOf } from './profile-rules.js';

const BASE = 'kz-126-by-decision';
const base = profileById(BASE);
const around = {
  base,
  known: shippedProfiles,
  withdrawnIds: ['given-before'],
  firstDay: legalDay('2026-11-28'),
};
const said = (added: NewProfile) =>
  profileFaults(added, around).map(({ field, fault, bound }) =>
    [field, fault, bound].filter((each) => each !== undefined).join(' '),
  );
const withRules = (over: Partial<ProfileRules>) => said(versionOf(BASE, {}, over));
const words = (text: string) => ({ kk: text, ru: text, en: text });

describe('a profile to be (REQ-120)', () => {
  it.each(shippedProfiles.map(({ id }) => id))('%s can be taken over as it is, and keeps what cannot be said', (id) => {
    const shipped = profileById(id);
    const added = versionOf(id, { id: 'a-version' });
    expect(profileFaults(added, { ...around, base: shipped })).toEqual([]);
    const { validFrom, validTo, ...built } = builtProfile(shipped, added);
    expect([validFrom, validTo]).toEqual(['2026-12-15', null]);
    expect({ ...built, id }).toEqual({ ...shipped, validFrom: undefined, validTo: undefined });
    expect(() => assertCoherent(builtProfile(shipped, added))).not.toThrow();
  });

  it.each([
    [{ id: '' }, 'id missing'],
    [{ id: 'Kz 126' }, 'id not-an-id'],
    [{ id: '126-kz' }, 'id not-an-id'],
    [{ id: 'a'.repeat(61) }, 'id not-an-id'],
    [{ id: 'uk' }, 'id taken'],
    [{ id: 'given-before' }, 'id taken'],
    [{ id: 'new' }, 'id taken'],
    [{ family: 'uk' }, 'family taken'],
    [{ family: '' }, 'family missing'],
  ])('is named as nothing else is or was: %j', (over, fault) => expect(said(versionOf(BASE, over))).toEqual([fault]));

  it.each([
    ['2026-11-28', []],
    ['2026-11-27', ['validFrom too-early 2026-11-28']],
    ['2036-11-28', []],
    ['2036-12-31', ['validFrom too-late 2036-11-28']],
  ])('begins on a day to come: %s', (validFrom, faults) =>
    expect(said(versionOf(BASE, { validFrom }))).toEqual(faults),
  );

  it('names a day that is none, and one that is taken', () => {
    expect(said({ ...versionOf(BASE), validFrom: '2027-02-30' as LegalDay })).toEqual(['validFrom not-a-day']);
    const other = { ...base, id: 'x', validFrom: legalDay('2026-12-15') };
    expect(profileFaults(versionOf(BASE), { ...around, known: [...shippedProfiles, other] })).toEqual([
      { field: 'validFrom', fault: 'day-taken' },
    ]);
  });

  it.each<[Partial<ProfileRules>, string[]]>([
    [{ title: { ...words('Тәртіп'), ru: ' ' } }, ['title.ru missing']],
    [{ title: words('т'.repeat(201)) }, ['title.kk too-long 200', 'title.ru too-long 200', 'title.en too-long 200']],
    [{ title: { ...words('Тәртіп'), en: 'safe\u202egnp' } }, ['title.en hidden-character']],
    [{ title: { ...words('Тәртіп'), en: 'a\0b' } }, ['title.en hidden-character']],
    [{ term: { unit: 'calendar-day', length: 14, minimumLength: 15 } }, ['term.length below-minimum 15']],
    [
      { term: { unit: 'month', length: 25, minimumLength: 0 } },
      ['term.length too-large 24', 'term.minimumLength too-small 1'],
    ],
    [
      { term: { unit: 'calendar-day', length: Number.NaN, minimumLength: 1.5 } },
      ['term.length not-whole', 'term.minimumLength not-whole'],
    ],
    [{ term: { unit: 'year' as never, length: 1, minimumLength: 1 } }, ['term.unit not-in-list']],
    [{ closing: { ...base.closing, hour: '24:01' } }, ['closing.hour not-an-hour']],
    [{ closing: { ...base.closing, hour: '00:00' } }, ['closing.hour not-an-hour']],
    [{ closing: { ...base.closing, zone: 'Asia/Atlantis' } }, ['closing.zone not-a-zone']],
    [{ closing: { ...base.closing, zone: '+05:00' } }, ['closing.zone not-a-zone']],
    [{ closing: { ...base.closing, zone: 'asia/almaty' } }, ['closing.zone not-a-zone']],
    [{ closing: { ...base.closing, zone: 'Europe/Madrid' } }, ['closing.zone zone-of-family Asia/Almaty']],
    [{ draftLanguages: [] }, ['draftLanguages missing']],
    [{ draftLanguages: ['kk', 'kk'] }, ['draftLanguages not-in-list']],
    [{ draftLanguages: ['kk', 'es' as never] }, ['draftLanguages not-in-list']],
    [{ channels: { mandatory: [], optional: [] } }, ['channels.mandatory missing']],
    [{ channels: { mandatory: ['OWN_RESOURCE'], optional: ['OWN_RESOURCE'] } }, ['channels.optional channel-twice']],
    [{ identity: 'king' as never }, ['identity not-in-list']],
    [
      { outage: { totalMinutes: -1, lastHours: 721 } },
      ['outage.totalMinutes too-small 0', 'outage.lastHours too-large 720'],
    ],
    [{ moderation: { publication: 'before', waitsHours: 241 } }, ['moderation.waitsHours too-large 240']],
    [{ retention: { senderMonths: 0 } }, ['retention.senderMonths too-small 1']],
    [{ act: { title: words('Бұйрық'), clauses: ['1'.repeat(41)], isConfirmed: false } }, ['act.clauses too-long 40']],
    [
      { act: { title: words('Бұйрық'), clauses: Array(31).fill('1'), isConfirmed: false } },
      ['act.clauses too-many 30'],
    ],
  ])('names every fault of the rules: %j', (over, faults) => expect(withRules(over)).toEqual(faults));

  it('may have another zone where it is of a family of its own', () =>
    expect(said(versionOf(BASE, { family: 'own' }, { closing: { ...base.closing, zone: 'Europe/Madrid' } }))).toEqual(
      [],
    ));
});

describe('what it is built of', () => {
  it('names its act before those of the base, or alone', () => {
    const act = { title: words('Жаңа бұйрық'), clauses: ['3'], isConfirmed: true };
    const shipped = profileById('kz-126-2016-06');
    const acts = (keepsActs: boolean) =>
      builtProfile(shipped, versionOf(shipped.id, {}, { act, keepsActs })).basis.map((each) => each.act.kk);
    expect(acts(true)).toEqual(['Жаңа бұйрық', ...shipped.basis.map((each) => each.act.kk)]);
    expect(acts(false)).toEqual(['Жаңа бұйрық']);
  });

  it('an act read in the text itself since stands once', () => {
    const { act } = rulesOf(base);
    const built = builtProfile(base, versionOf(BASE, {}, { act: { ...act, isConfirmed: true } }));
    expect(built.basis.map(({ isConfirmed }) => isConfirmed)).toEqual([true]);
  });
});

describe('the first day that can be set', () => {
  it.each([
    ['2026-11-27T06:00:00Z', '2026-11-28'],
    ['2026-11-27T18:49:59Z', '2026-11-28'],
    ['2026-11-27T18:50:00Z', '2026-11-29'],
    ['2026-11-27T19:00:00Z', '2026-11-29'],
  ])('at %s is %s in Almaty', (now, day) => expect(firstDayToSet(instant(now), 'Asia/Almaty')).toBe(day));
});
