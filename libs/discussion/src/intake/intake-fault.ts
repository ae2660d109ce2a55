import { isLockTimeout, sqlState } from '#lib/database';
import { DomainError } from '#lib/kernel';
import {
  DiscussionClosed,
  DiscussionNotOpen,
  DiscussionWithdrawn,
  IntakeTooBusy,
  RequestInProgress,
} from '../domain/refusals.js';
import { attachmentRefused } from './intake-queries.js';

/** What the trigger raises, and what the constraints mean, said as a refusal; anything else stays as it is. */
export function intakeFault(error: unknown, discussionId: string): unknown {
  if (error instanceof DomainError) return error;
  if (isLockTimeout(error))
    return waitedForTwin(error) ? new RequestInProgress() : new IntakeTooBusy('a closing is at work');
  switch (sqlState(error)) {
    case 'TQ001':
      return new DiscussionClosed({ discussionId });
    case 'TQ002':
      return new DiscussionNotOpen(discussionId);
    case 'TQ003':
      return new DiscussionWithdrawn(discussionId);
    case '40P01':
    case '40001':
      return new IntakeTooBusy('the remark could not be written; send it again');
    default:
      return isAboutAttachments(error) ? attachmentRefused() : error;
  }
}

/** Waiting three seconds in vain: for the twin's key, unless it was for the lock that a closing holds. */
function waitedForTwin(error: unknown): boolean {
  const { where } = error as { where?: string };
  return !where?.includes('pg_advisory_xact_lock_shared');
}

function isAboutAttachments(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'table' in error && error.table === 'remark_attachment';
}
