import { legalDay } from '#lib/kernel';
import type { ProcedureProfile } from '../procedure-profile.js';
import { consultationRules } from './consultation-rules.js';

/** Public consultation of the European Commission; four weeks (calls for evidence, draft acts) are allowed by the minimum. */
export const euConsultation: ProcedureProfile = {
  ...consultationRules,
  id: 'eu',
  family: 'eu',
  title: {
    kk: 'Еуропалық одақ: жария консультация',
    ru: 'Европейский союз: публичная консультация',
    en: 'European Union: public consultation',
  },
  validFrom: legalDay('2015-05-19'),
  validTo: null,
  term: { unit: 'week', length: 12, minimumLength: 4 },
  closing: {
    hour: '24:00',
    zone: 'Europe/Brussels',
    zoneTitle: { kk: 'Брюссель уақыты', ru: 'время Брюсселя', en: 'Brussels time' },
  },
  latePolicy: 'consider-if-practicable',
  channels: { mandatory: ['COMMENT_PORTAL'], optional: ['OWN_RESOURCE'] },
  identity: 'account',
  basis: [
    {
      act: {
        kk: 'Еуропалық комиссияның «Жақсартылған реттеу» нұсқаулығы',
        ru: 'Руководство Европейской комиссии по улучшению регулирования',
        en: 'Better Regulation Guidelines of the European Commission',
      },
      clauses: [],
      isConfirmed: false,
      note: 'Lengths were read in secondary sources; the closing hour and the start of validity are to be confirmed.',
    },
  ],
};
