import { legalDay } from '#lib/kernel';
import type { ProcedureProfile } from '../procedure-profile.js';
import { consultationRules } from './consultation-rules.js';
import { nextDayUnrolled } from './readings.js';

/** "A proportionate amount of time": the length is chosen per consultation; twelve weeks was the norm of 2008. */
export const ukConsultation: ProcedureProfile = {
  ...consultationRules,
  id: 'uk',
  family: 'uk',
  title: {
    kk: 'Ұлыбритания: консультациялар қағидаттары',
    ru: 'Великобритания: принципы консультаций',
    en: 'United Kingdom: Consultation Principles',
  },
  validFrom: legalDay('2016-01-14'),
  validTo: null,
  term: { unit: 'week', length: 12, minimumLength: 1 },
  closing: {
    hour: '24:00',
    zone: 'Europe/London',
    zoneTitle: { kk: 'Лондон уақыты', ru: 'время Лондона', en: 'London time' },
  },
  latePolicy: 'keep',
  channels: { mandatory: ['OWN_RESOURCE'], optional: ['COMMENT_PORTAL'] },
  identity: 'none',
  duties: [
    {
      id: 'publish-report',
      from: 'close',
      clause: 'Principle J',
      term: { unit: 'week', length: 12 },
      reading: nextDayUnrolled,
      strictReading: nextDayUnrolled,
      isTarget: true,
    },
  ],
  basis: [
    {
      act: {
        kk: 'Консультация жүргізу қағидаттары (Cabinet Office, 2016 және 2018)',
        ru: 'Принципы консультаций (Cabinet Office, 2016 и 2018)',
        en: 'Consultation Principles (Cabinet Office, 2016 and 2018)',
      },
      clauses: [],
      isConfirmed: false,
      note: 'Closing hour and late responses are not addressed; the body states them.',
    },
  ],
};
