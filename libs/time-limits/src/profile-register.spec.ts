import { describe, expect, it } from '@jest/globals';
import { instant, languages, legalDay } from '#lib/kernel';
import { decisionReasonCodes } from './decision-reason.js';
import { dayPlus } from './legal-days.js';
import { assertCoherent } from './profile-coherence.js';
import { hasBegun, isInForceAt, knownFamilies, profileById, profileInForce } from './profile-register.js';
import { shippedProfiles } from './shipped-profiles.js';
import { startOfLocalDay } from './zone-time.js';

describe('profile in force (REQ-120)', () => {
  it.each([
    ['2015-01-23', 'kz-126-2015'],
    ['2016-02-29', 'kz-126-2015'],
    ['2016-03-01', 'kz-126-2016-03'],
    ['2016-06-27', 'kz-126-2016-03'],
    ['2016-06-28', 'kz-126-2016-06'],
    ['2020-02-29', 'kz-126-2016-06'],
  ])('a draft placed on %s is discussed under %s', (day, id) => {
    expect(profileInForce('kz-126', legalDay(day)).id).toBe(id);
  });

  it.each(['2015-01-22', '2020-03-01'])('no version of Order 126 was in force on %s', (day) => {
    expect(() => profileInForce('kz-126', legalDay(day))).toThrow(
      expect.objectContaining({ code: 'term-not-computable' }),
    );
  });

  it('after the repeal article 15 of the law applies', () => {
    expect(profileInForce('kz-services-art-15', legalDay('2020-03-01')).term).toMatchObject({ unit: 'working-day' });
  });

  it.each([
    ['2016-06-27T17:59:59Z', [false, false]],
    ['2016-06-27T18:00:00Z', [true, true]],
    ['2020-02-29T17:59:59Z', [true, true]],
    ['2020-02-29T18:00:00Z', [true, false]],
  ])('at %s, by the day in Almaty, the last version of Order 126 has begun and is in force: %j', (now, is) => {
    const order = profileById('kz-126-2016-06');
    expect([hasBegun(order, instant(now)), isInForceAt(order, instant(now))]).toEqual(is);
  });

  it('an unknown id is not found', () => {
    expect(profileById('kz-126-2015').id).toBe('kz-126-2015');
    expect(() => profileById('kz-126')).toThrow(expect.objectContaining({ code: 'not-found' }));
  });
});

describe('every profile is coherent', () => {
  it('ids are unique', () => {
    const ids = shippedProfiles.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(knownFamilies())('%s: versions follow each other without gap or overlap', (family) => {
    const versions = shippedProfiles.filter((profile) => profile.family === family);
    versions.slice(1).forEach((version, index) => {
      const before = versions[index]?.validTo;
      expect(before && dayPlus(before, 1)).toBe(version.validFrom);
    });
  });

  it.each(shippedProfiles.map((profile) => [profile.id, profile] as const))('%s', (_id, profile) => {
    expect(() => assertCoherent(profile)).not.toThrow();
    expect(() => startOfLocalDay(profile.validFrom, profile.closing.zone)).not.toThrow();
  });

  it.each(shippedProfiles.map((profile) => [profile.id, profile] as const))('%s: words', (_id, profile) => {
    const { reasons } = profile.decisions;
    const titles = [profile.title, profile.closing.zoneTitle, ...reasons.map(({ title }) => title)];
    for (const title of titles) for (const language of languages) expect(title[language].trim()).not.toBe('');
    const codes = reasons.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(decisionReasonCodes).toEqual(expect.arrayContaining(codes));
    expect(new Set(reasons.map(({ isTakenIntoAccount }) => isTakenIntoAccount)).size).toBe(2);
    expect(new Set(profile.duties.map(({ id }) => id)).size).toBe(profile.duties.length);
  });

  it('Order 126 offers every ground of REQ-53 and asks for both languages (AMB-28)', () => {
    const order = profileById('kz-126-2016-06');
    const codes = order.decisions.reasons.map(({ code }) => code);
    for (const code of ['OUT_OF_SUBJECT', 'CONTRADICTS_HIGHER_ACT', 'ALREADY_PROVIDED', 'BUDGET', 'OTHER_BODY'])
      expect(codes).toContain(code);
    for (const code of ['NO_CONCRETE_PROPOSAL', 'DUPLICATE', 'QUESTION']) expect(codes).toContain(code);
    expect(order.draftLanguages).toEqual(['kk', 'ru']);
    expect(order.channels.mandatory).toEqual(['EGOV_PORTAL', 'OWN_RESOURCE']);
  });

  it('asks for a second officer where the Rules or practice do (REQ-41)', () => {
    expect(profileById('kz-126-2016-03').secondOfficer).toEqual({
      entries: true,
      hiding: true,
      redaction: true,
      decisions: false,
    });
    expect(profileById('us').secondOfficer.decisions).toBe(true);
  });

  it.each(shippedProfiles.map((profile) => [profile.id, profile.moderation] as const))(
    '%s: a closed list of grounds, and no text waits for ever (REQ-116)',
    (_id, { grounds, waitsHours }) => {
      expect(grounds).toEqual(expect.arrayContaining(['ABUSE', 'PERSONAL_DATA', 'SPAM']));
      expect(grounds).not.toContain('OFF_TOPIC');
      expect(waitsHours).toBeGreaterThanOrEqual(1);
      expect(waitsHours).toBeLessThanOrEqual(240);
    },
  );

  it.each([
    ['kz-126', '2016-06-28', 'name-and-contact'],
    ['kz-services-art-15', '2026-11-26', 'name-and-contact'],
    ['kz-open-npa', '2025-12-31', 'name-and-contact'],
    ['kz-open-npa', '2026-01-01', 'confirmed-by-provider'],
    ['eu', '2025-12-31', 'name-and-contact'],
    ['eu', '2026-01-01', 'confirmed-email'],
    ['open-consultation', '2026-01-01', 'confirmed-email'],
    ['uk', '2026-01-01', 'none'],
    ['us', '2026-01-01', 'none'],
    ['iso-enquiry', '2026-01-01', 'national-body'],
  ] as const)('a draft placed under %s on %s asks of senders: %s (AMB-20)', (family, day, level) => {
    expect(profileInForce(family, legalDay(day)).identity).toBe(level);
  });

  it('publishes after moderation only where the profile says so', () => {
    const before = shippedProfiles.filter(({ moderation }) => moderation.publication === 'before');
    expect(before.map(({ id }) => id)).toEqual(['us-2026']);
  });
});
