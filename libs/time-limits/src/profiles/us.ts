import { legalDay } from '#lib/kernel';
import type { ProcedureProfile } from '../procedure-profile.js';
import { consultationRules } from './consultation-rules.js';

/** Notice and comment: no statutory minimum, thirty days held sufficient, sixty for significant rules (EO 12866). */
const usNoticeAndComment: ProcedureProfile = {
  ...consultationRules,
  id: 'us',
  family: 'us',
  title: {
    kk: 'АҚШ: хабарлау және түсініктеме беру',
    ru: 'США: уведомление и комментарии',
    en: 'United States: notice and comment',
  },
  validFrom: legalDay('1993-09-30'),
  validTo: legalDay('2025-12-31'),
  term: { unit: 'calendar-day', length: 60, minimumLength: 1 },
  closing: {
    hour: '24:00',
    zone: 'America/New_York',
    zoneTitle: { kk: 'Шығыс уақыты', ru: 'восточное время', en: 'Eastern time' },
  },
  latePolicy: 'consider-if-practicable',
  channels: { mandatory: ['OFFICIAL_JOURNAL'], optional: ['COMMENT_PORTAL', 'OWN_RESOURCE'] },
  identity: 'none',
  // A response to comments is cleared by a second official before it is published.
  secondOfficer: { ...consultationRules.secondOfficer, decisions: true },
  basis: [
    {
      act: {
        kk: 'АҚШ-тың Әкімшілік рәсім туралы заңы, 5 U.S.C. 553; 12866 атқарушы бұйрығы; ACUS 2011-2 ұсынымы',
        ru: 'Закон США об административной процедуре, 5 U.S.C. 553; Исполнительный указ 12866; рекомендация ACUS 2011-2',
        en: 'Administrative Procedure Act, 5 U.S.C. 553; Executive Order 12866; ACUS recommendation 2011-2',
      },
      clauses: ['553(c)'],
      isConfirmed: false,
      note: 'The notice states the closing date; 11:59 pm Eastern is usual practice.',
    },
  ],
};

/** As before, and comments are looked at before they are posted, as agencies do on the federal portal; none waits for more than three days. */
export const usVersions: readonly ProcedureProfile[] = [
  usNoticeAndComment,
  {
    ...usNoticeAndComment,
    id: 'us-2026',
    validFrom: legalDay('2026-01-01'),
    validTo: null,
    moderation: { ...consultationRules.moderation, publication: 'before' },
  },
];
