import type { FilePurpose } from './file-purpose.js';

/**
 * What became of an upload: not looked at yet; without known malware; not scanned, because no scanner is set up; malware was
 * found; or it could not be cleaned. The first and the last two are shown to nobody.
 */
export const checkStates = ['WAITING', 'CLEAN', 'UNSCANNED', 'QUARANTINED', 'NOT_SHOWN'] as const;
export type CheckState = (typeof checkStates)[number];

/** Uploads somebody may open later. A proof of placement is scanned and kept as it is: its hash is in the record (REQ-65). */
export const checkedPurposes = ['ATTACHMENT', 'SCAN', 'PROOF'] as const satisfies readonly FilePurpose[];

export const isCleaned = (purpose: FilePurpose): boolean => purpose !== 'PROOF';

/** Whether the bytes may be given to anybody. A state of null: nobody uploaded it, or nobody opens it. */
export const isShown = (state: CheckState | null): boolean =>
  state === null || state === 'CLEAN' || state === 'UNSCANNED';

/** What was taken out of a file, as its sender is told. */
export const removedKinds = ['AUTHOR', 'PLACE', 'DEVICE', 'TIME', 'DESCRIPTION', 'PREVIEW', 'HISTORY'] as const;
export type RemovedKind = (typeof removedKinds)[number];

/** Why a file could not be cleaned, as the official and the sender are told. */
export const cleaningFaults = ['DAMAGED', 'ENCRYPTED', 'FILES_INSIDE', 'TOO_MUCH_INSIDE'] as const;
export type CleaningFault = (typeof cleaningFaults)[number];

export class CleaningFailed extends Error {
  constructor(readonly fault: CleaningFault) {
    super(`the file cannot be cleaned: ${fault}`);
  }
}

export interface CleanedFile {
  readonly content: Buffer;
  /** In the order of `removedKinds`. */
  readonly removed: readonly RemovedKind[];
  /** Signed inside: to change it would break the signature, so it is as it came. */
  readonly isSigned: boolean;
}

export const inOrder = (kinds: ReadonlySet<RemovedKind>): RemovedKind[] =>
  removedKinds.filter((kind) => kinds.has(kind));
