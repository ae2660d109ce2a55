import { moderationGrounds } from '../moderation.js';
import type { ProcedureProfile } from '../procedure-profile.js';
import { eventDayUnrolled, nextDayRolled } from './readings.js';
import { kazakhReasons } from './reasons.js';

/** 24:00 of the agency's zone; one zone title for Astana and Almaty, which keep the same time (AMB-04). */
const closingInAstana: ProcedureProfile['closing'] = {
  hour: '24:00',
  zone: 'Asia/Almaty',
  zoneTitle: { kk: 'Астана уақыты', ru: 'время Астаны', en: 'Astana time' },
};

/** What the Kazakh procedures share: the public's window is read generously, the body's own duties strictly (AMB-02, AMB-03). */
export const kazakhRules = {
  reading: nextDayRolled,
  strictReading: eventDayUnrolled,
  closing: closingInAstana,
  latePolicy: 'reject',
  postalRule: 'receipt',
  draftLanguages: ['kk', 'ru'],
  channels: { mandatory: ['EGOV_PORTAL', 'OWN_RESOURCE'], optional: ['LEB_RESOURCE'] },
  identity: 'name-and-contact',
  considersAnonymous: false,
  outage: { totalMinutes: 240, lastHours: 12 },
  decisions: { reasons: kazakhReasons, minimumGroundLength: 20, sameGroundLimit: 5 },
  secondOfficer: { entries: true, hiding: true, redaction: true, decisions: false },
  moderation: { publication: 'after', waitsHours: 72, grounds: moderationGrounds },
  retention: { senderMonths: 12 },
  reportTemplate: 'kz-126-appendix-2',
} as const satisfies Partial<ProcedureProfile>;
