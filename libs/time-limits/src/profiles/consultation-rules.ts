import { moderationGrounds } from '../moderation.js';
import type { ProcedureProfile } from '../procedure-profile.js';
import { eventDayUnrolled, nextDayUnrolled } from './readings.js';
import { kazakhReasons } from './reasons.js';

/** What the consultations elsewhere share here; each is an example to start from, not legal advice on that jurisdiction. */
export const consultationRules = {
  reading: nextDayUnrolled,
  strictReading: eventDayUnrolled,
  postalRule: 'receipt',
  draftLanguages: ['en'],
  considersAnonymous: true,
  outage: { totalMinutes: 240, lastHours: 12 },
  decisions: { reasons: kazakhReasons, minimumGroundLength: 20, sameGroundLimit: 5 },
  secondOfficer: { entries: false, hiding: false, redaction: false, decisions: false },
  moderation: { publication: 'after', waitsHours: 72, grounds: moderationGrounds },
  retention: { senderMonths: 12 },
  reportTemplate: 'consultation-summary',
  duties: [],
} as const satisfies Partial<ProcedureProfile>;
