import { describe, expect, it } from '@jest/globals';
import { instant, legalDay } from '#lib/kernel';
import { latenessNotice, windowLabel } from './lateness.js';

const closeAt = instant('2016-07-01T18:00:00Z');

describe('lateness (R8.4, REQ-33)', () => {
  it('states both instants, in UTC and in the zone of the law, and the rule', () => {
    const notice = latenessNotice({ profileId: 'kz-126-2016-03', zone: 'Asia/Almaty', closeAt }, closeAt);
    expect(notice).toEqual({
      clause: 'R8.4',
      profileId: 'kz-126-2016-03',
      zone: 'Asia/Almaty',
      receivedAt: '2016-07-01T18:00:00.000000Z',
      receivedAtLocal: '2016-07-02T00:00:00.000000+06:00',
      closeAt: '2016-07-01T18:00:00.000000Z',
      closeAtLocal: '2016-07-02T00:00:00.000000+06:00',
    });
  });

  it('labels the close by its last day, hour and zone (REQ-21)', () => {
    const label = windowLabel({ profileId: 'kz-126-2016-03', lastDay: legalDay('2016-07-01'), closeAt }, 'en');
    expect(label).toMatchObject({ lastDay: '2016-07-01', hour: '24:00', offset: '+06:00', zoneTitle: 'Astana time' });
  });

  it('has no label while the term has not started (AMB-05)', () => {
    expect(windowLabel({ profileId: 'kz-126-2016-03', lastDay: null, closeAt: null }, 'kk')).toBeNull();
  });
});
