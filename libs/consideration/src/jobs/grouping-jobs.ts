import { defineJob } from '#lib/jobs';

/** Asks for the first search for similar remarks, right after the close. */
export const requestGroupingJob = defineJob<{ discussionId: string }>('procedure', 'request-grouping');

/** Looks for similar remarks; minutes for a million of them, so in a queue of its own. */
export const suggestGroupsJob = defineJob<{ runId: string }>('grouping', 'suggest-groups');
