import { profileById } from '#lib/time-limits';
import type { OfficerActor } from '../../../rights/person.js';
import { inForce, pointNumbers, type RemarkReading } from './remark-reading.js';

/** REQ-50: where the profile asks for it, another officer than the one who decided stands for the decisions on a remark. */
export function isConfirmable(reading: RemarkReading, officer: OfficerActor): boolean {
  if (!profileById(reading.discussion.profileId).secondOfficer.decisions) return false;
  const decisions = pointNumbers(reading).map((point) => inForce(reading, point));
  if (decisions.some((decision) => !decision || decision.decidedBy === `officer:${officer.id}`)) return false;
  return decisions.some((decision) => decision?.confirmedBy === null);
}
