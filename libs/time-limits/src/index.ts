export { dayPlus, dayPlusMonths, daysBetween, isWeekend, weekdayOf, yearOf } from './legal-days.js';
export {
  noWorkingCalendar,
  weekCalendar,
  type WorkingCalendar,
  workingDayAfter,
  workingDayOnOrAfter,
  yearNotCovered,
} from './working-calendar.js';
export { lastDayOfTerm, type Term, type TermReading, type TermUnit, termUnits } from './term.js';
export { endOfLocalDay, isZone, localDayOf, offsetAt, readLocalTime, startOfLocalDay, zonedText } from './zone-time.js';
export { assertZoneData } from './zone-data.js';
export {
  type Channel,
  channels,
  type IdentityLevel,
  identityLevels,
  latePolicies,
  type LatePolicy,
  type LegalBasis,
  type PostalRule,
  postalRules,
  type ProcedureProfile,
  type ProfileFamily,
  type ReportTemplate,
  type Titles,
} from './procedure-profile.js';
export { type DecisionReason, type DecisionReasonCode, decisionReasonCodes, reasonsFor } from './decision-reason.js';
export { type ModerationGround, moderationGrounds, type ModerationRules, publications } from './moderation.js';
export { assertCoherent, isClosingHour } from './profile-coherence.js';
export { shippedProfiles } from './shipped-profiles.js';
export {
  hasBegun,
  isInForce,
  isInForceAt,
  knownFamilies,
  knownProfiles,
  profileById,
  profileInForce,
  profilesInForceAt,
  registerProfiles,
  rulesOfFamily,
} from './profile-register.js';
export { type Duty, type DutyDates, dutyDates, type DutyId, dutyIds, hasDuty } from './duty.js';
export { approvalSlack, type ApprovalSlack } from './approval-slack.js';
export {
  assertLengthAllowed,
  closeOfLastDay,
  discussionWindow,
  type DiscussionWindow,
  type Placement,
  type TermNotStarted,
  type WindowRequest,
} from './discussion-window.js';
export { timeliness, type Timeliness } from './timeliness.js';
export { closeLabel, type CloseLabel } from './close-label.js';
