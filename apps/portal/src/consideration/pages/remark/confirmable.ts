import { mayConfirm } from '#lib/consideration';
import { actorLabel } from '#lib/ledger';
import { profileById } from '#lib/time-limits';
import type { OfficerActor } from '../../../rights/person.js';
import { inForce, pointNumbers, type RemarkReading } from './remark-reading.js';

/** REQ-50: where the profile asks for it, another officer than the one who decided stands for the decisions on a remark. */
export function isConfirmable(reading: RemarkReading, officer: OfficerActor): boolean {
  if (!profileById(reading.discussion.profileId).secondOfficer.decisions) return false;
  const decisions = pointNumbers(reading).map((point) => {
    const decision = inForce(reading, point);
    return decision && { decidedBy: decision.decidedBy, isConfirmed: decision.confirmedBy !== null };
  });
  return mayConfirm(decisions, actorLabel(officer));
}
