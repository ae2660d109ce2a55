import { legalDay } from '#lib/kernel';
import type { ProcedureProfile } from '../procedure-profile.js';
import { consultationRules } from './consultation-rules.js';

/** Public consultation of the European Commission; four weeks (calls for evidence, draft acts) are allowed by the minimum. */
const euConsultation: ProcedureProfile = {
  ...consultationRules,
  id: 'eu',
  family: 'eu',
  title: {
    kk: 'Еуропалық одақ: жария консультация',
    ru: 'Европейский союз: публичная консультация',
    en: 'European Union: public consultation',
  },
  validFrom: legalDay('2015-05-19'),
  validTo: legalDay('2025-12-31'),
  term: { unit: 'week', length: 12, minimumLength: 4 },
  closing: {
    hour: '24:00',
    zone: 'Europe/Brussels',
    zoneTitle: { kk: 'Брюссель уақыты', ru: 'время Брюсселя', en: 'Brussels time' },
  },
  latePolicy: 'consider-if-practicable',
  channels: { mandatory: ['COMMENT_PORTAL'], optional: ['OWN_RESOURCE'] },
  identity: 'name-and-contact',
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

/** As before, and an address is confirmed before a contribution is written: the account there is opened by one. */
export const euVersions: readonly ProcedureProfile[] = [
  euConsultation,
  {
    ...euConsultation,
    id: 'eu-2026',
    validFrom: legalDay('2026-01-01'),
    validTo: null,
    identity: 'confirmed-email',
  },
];
