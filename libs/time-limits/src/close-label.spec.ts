import { describe, expect, it } from '@jest/globals';
import { instant, languages, legalDay } from '#lib/kernel';
import { closeLabel } from './close-label.js';
import { closeOfLastDay } from './discussion-window.js';
import { profileById } from './profile-register.js';

const profileId = 'kz-126-2016-03';

describe('label of the close (REQ-21)', () => {
  it('says the last day, the hour, the zone and its offset', () => {
    const window = { profileId, lastDay: legalDay('2016-07-01'), closeAt: instant('2016-07-01T18:00:00Z') };
    expect(closeLabel(window, 'en')).toEqual({
      lastDay: '2016-07-01',
      hour: '24:00',
      offset: '+06:00',
      zone: 'Asia/Almaty',
      zoneTitle: 'Astana time',
    });
    expect(languages.map((language) => closeLabel(window, language).zoneTitle)).toEqual([
      'Астана уақыты',
      'время Астаны',
      'Astana time',
    ]);
  });

  it('names the offset of the close itself when the clocks went back that night (Z1)', () => {
    const lastDay = legalDay('2024-02-29');
    const closeAt = closeOfLastDay(lastDay, profileById(profileId));
    expect(closeLabel({ profileId, lastDay, closeAt }, 'kk').offset).toBe('+05:00');
  });

  it('a close before midnight is that local hour', () => {
    const closing = { ...profileById(profileId).closing, hour: '18:30' };
    expect(closeOfLastDay(legalDay('2016-07-01'), { closing })).toBe('2016-07-01T12:30:00.000000Z');
  });

  it('refuses a window of an unknown profile', () => {
    const window = { profileId: 'none', lastDay: legalDay('2016-07-01'), closeAt: instant('2016-07-01T18:00:00Z') };
    expect(() => closeLabel(window, 'en')).toThrow(expect.objectContaining({ code: 'not-found' }));
  });
});
