import { defineEvent } from '#lib/jobs';

/** A colleague asks an officer to look at a remark. */
export const officerMentioned = defineEvent<{ noteId: string; officerId: string }>('officer.mentioned');

/** Similar remarks of a closed discussion are to be looked for: after the close, and when an officer asks again. */
export const groupingRequested = defineEvent<{ runId: string }>('grouping.requested');

export const considerationEvents = [officerMentioned, groupingRequested] as const;
