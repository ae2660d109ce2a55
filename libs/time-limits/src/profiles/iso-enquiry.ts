import { legalDay } from '#lib/kernel';
import type { ProcedureProfile } from '../procedure-profile.js';
import { consultationRules } from './consultation-rules.js';
import { standardsReasons } from './reasons.js';

/** Enquiry on a draft international standard: comments of national bodies, an observation on every one. */
export const isoEnquiry: ProcedureProfile = {
  ...consultationRules,
  id: 'iso-enquiry',
  family: 'iso-enquiry',
  title: {
    kk: 'ISO: стандарт жобасы бойынша сауалнама',
    ru: 'ISO: рассмотрение проекта стандарта',
    en: 'ISO: enquiry on a draft standard',
  },
  validFrom: legalDay('2012-03-01'),
  validTo: null,
  term: { unit: 'week', length: 12, minimumLength: 8 },
  closing: {
    hour: '24:00',
    zone: 'Europe/Zurich',
    zoneTitle: { kk: 'Женева уақыты', ru: 'время Женевы', en: 'Geneva time' },
  },
  latePolicy: 'reject',
  channels: { mandatory: ['COMMENT_PORTAL'], optional: [] },
  identity: 'national-body',
  considersAnonymous: false,
  decisions: { reasons: standardsReasons, minimumGroundLength: 5, sameGroundLimit: 1000 },
  reportTemplate: 'iso-comment-table',
  basis: [
    {
      act: {
        kk: 'ISO/IEC директивалары, 1-бөлім, сұрау салу кезеңі; 2012 жылғы наурыздағы ескертулер үлгісі',
        ru: 'Директивы ISO/IEC, часть 1, стадия запроса; шаблон замечаний, март 2012 года',
        en: 'ISO/IEC Directives, Part 1, enquiry stage; comment template of March 2012',
      },
      clauses: [],
      isConfirmed: false,
      note: 'Twelve weeks today, five months earlier; the closing hour is to be confirmed.',
    },
  ],
};
