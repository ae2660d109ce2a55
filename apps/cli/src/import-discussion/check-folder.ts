import { GROUND_LIMIT } from '#lib/consideration';
import type { Instant } from '#lib/kernel';
import {
  discussionWindow,
  localDayOf,
  type ProcedureProfile,
  profileInForce,
  type WorkingCalendar,
} from '#lib/time-limits';
import { type DecisionRow, decisionOn } from '../discussion-folder/decision-rows.js';
import { type DiscussionFolder, folderFiles } from '../discussion-folder/discussion-folder.js';
import { rowFaultLine, type RowFault } from '../discussion-folder/row-fault.js';

/**
 * What would stop the main job half-way, found before anything is written: a term not over by the instant of the acts, arrivals
 * before the opening or after that instant, remarks without a decision, grounds the profile does not take.
 * @returns one line a fault; none = it can be carried out
 * @throws DomainError `term-not-computable`, `placement-refused`
 */
export function folderFaults(folder: DiscussionFolder, calendar: WorkingCalendar, at: Instant): readonly string[] {
  const { placements, length, zone, profile: family } = folder.plan;
  const [first] = placements.map(({ placedAt }) => placedAt).toSorted();
  if (first === undefined) return [`${folderFiles.plan}: there is no placement`];
  const profile = profileInForce(family, localDayOf(first, zone));
  const window = discussionWindow({ placements, profile, calendar, ...(length === undefined ? {} : { length }) });
  if (!window.isStarted) return [`${folderFiles.plan}: no placement on ${window.missingChannels.join(', ')}`];
  if (window.closeAt > at) return [`the discussion closes at ${window.closeAt}, after the instant of --clock`];
  const span = { openAt: window.openAt, closeAt: window.closeAt, at };
  return [...arrivalFaults(folder, span), ...decisionFaults(folder, profile)].map(rowFaultLine);
}

function arrivalFaults(
  { remarks, decisions }: DiscussionFolder,
  { openAt, closeAt, at }: { openAt: Instant; closeAt: Instant; at: Instant },
): RowFault[] {
  return remarks.flatMap(({ line, ref, arrivedAt }): RowFault[] => {
    const fault = (field: string, reason: string) => [{ file: folderFiles.remarks, line, field, reason }];
    if (arrivedAt === null) return fault('channel', 'a remark sent on line cannot be imported');
    if (arrivedAt < openAt) return fault('received_at', `lies before the opening, ${openAt}`);
    if (arrivedAt > at) return fault('received_at', 'lies after the instant of --clock');
    const isUndecided = arrivedAt < closeAt && !decisionOn(ref, decisions);
    return isUndecided ? fault('ref', `${ref} has no decision in ${folderFiles.decisions}`) : [];
  });
}

function decisionFaults({ decisions }: DiscussionFolder, { decisions: rules }: ProcedureProfile): RowFault[] {
  return decisions.flatMap((row) => {
    const fault = (field: string, reason: string): RowFault => ({
      file: folderFiles.decisions,
      line: row.line,
      field,
      reason,
    });
    const reason = rules.reasons.find(({ code }) => code === row.reasonCode);
    const faults = [...groundFaults(row, rules.minimumGroundLength), ...lengthFaults(row)].map(([field, text]) =>
      fault(field, text),
    );
    if (!reason) faults.push(fault('reason_code', `is none of ${rules.reasons.map(({ code }) => code).join(', ')}`));
    const isTaken = row.outcome === 'TAKEN_INTO_ACCOUNT';
    if (reason && reason.isTakenIntoAccount !== isTaken)
      faults.push(fault('reason_code', 'belongs to the other outcome'));
    const isExplained = row.changedClauses.length > 0 || (row.noChangeKk !== '' && row.noChangeRu !== '');
    if (isTaken && !isExplained) faults.push(fault('changed_clause', 'neither a changed clause nor an explanation'));
    return faults;
  });
}

const groundFaults = ({ groundKk, groundRu }: DecisionRow, least: number): [field: string, reason: string][] =>
  Object.entries({ ground_kk: groundKk, ground_ru: groundRu })
    .filter(([, ground]) => [...ground].length < Math.max(1, least))
    .map(([field]) => [field, `has fewer than ${least} characters`]);

const lengthFaults = ({ groundKk, groundRu, noChangeKk, noChangeRu }: DecisionRow): [field: string, reason: string][] =>
  Object.entries({ ground_kk: groundKk, ground_ru: groundRu, no_change_kk: noChangeKk, no_change_ru: noChangeRu })
    .filter(([, text]) => [...text].length > GROUND_LIMIT)
    .map(([field]) => [field, `has more than ${GROUND_LIMIT} characters`]);
