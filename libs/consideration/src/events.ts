import { defineEvent } from '#lib/jobs';

/** Similar remarks of a closed discussion are to be looked for: after the close, and when an officer asks again. */
export const groupingRequested = defineEvent<{ runId: string }>('grouping.requested');

export const considerationEvents = [groupingRequested] as const;
