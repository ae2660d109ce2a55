import { legalDay } from '#lib/kernel';
import type { ProcedureProfile } from '../procedure-profile.js';
import { consultationRules } from './consultation-rules.js';

/** Comments on a citizens' proposal of a Spanish city: no statute sets a term, so each consultation may state a longer one. */
const openConsultation: ProcedureProfile = {
  ...consultationRules,
  id: 'open-consultation-madrid',
  family: 'open-consultation',
  title: {
    kk: 'Мадрид: азаматтардың ұсынысын ашық талқылау',
    ru: 'Мадрид: открытое обсуждение предложения граждан',
    en: "Madrid: open consultation on a citizens' proposal",
  },
  validFrom: legalDay('2015-09-07'),
  validTo: legalDay('2025-12-31'),
  term: { unit: 'calendar-day', length: 30, minimumLength: 30 },
  closing: {
    hour: '24:00',
    zone: 'Europe/Madrid',
    zoneTitle: { kk: 'Мадрид уақыты', ru: 'время Мадрида', en: 'Madrid time' },
  },
  latePolicy: 'reject',
  channels: { mandatory: ['COMMENT_PORTAL'], optional: ['OWN_RESOURCE'] },
  identity: 'name-and-contact',
  decisions: { ...consultationRules.decisions, sameGroundLimit: 100_000 },
  basis: [
    {
      act: {
        kk: 'Қалалық қатысу сайтының тәжірибесі',
        ru: 'Практика городского сайта участия',
        en: 'Practice of a municipal participation site',
      },
      clauses: [],
      isConfirmed: false,
      note: 'An example: proposals there stayed open for a year; thirty days are taken to have a close at all.',
    },
  ],
};

/** As before, and an address is confirmed before a comment is written: the account of such a site is opened by one. */
export const openConsultationVersions: readonly ProcedureProfile[] = [
  openConsultation,
  {
    ...openConsultation,
    id: 'open-consultation-madrid-2026',
    validFrom: legalDay('2026-01-01'),
    validTo: null,
    identity: 'confirmed-email',
  },
];
