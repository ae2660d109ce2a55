import { checkStates, type CheckState, isShown, type RemovedKind } from '../domain/file-check.js';

/** What became of an upload, as those who may know of it are told. */
export interface FileCheck {
  readonly state: CheckState;
  readonly removed: readonly RemovedKind[];
  /** The malware found, a `CleaningFault`, or SIGNED; null for nothing of these. */
  readonly note: string | null;
}

/** SQL of the three members of a `FileCheck`, for a `jsonb_build_object` over a row of `stored_file`. */
export const fileCheckMembers = (alias: string): string =>
  `'state', ${alias}.check_state, 'removed', ${alias}.removed, 'note', ${alias}.check_note`;

const shownStates = checkStates.filter(isShown).map((state) => `'${state}'`);

/** SQL of whether the bytes of a row of `stored_file` may be given to anybody. */
export const shownFile = (alias: string): string =>
  `(${alias}.erased_at is null and (${alias}.check_state is null or ${alias}.check_state in (${shownStates.join(', ')})))`;
