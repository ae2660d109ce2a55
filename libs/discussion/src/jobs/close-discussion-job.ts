import { defineJob } from '#lib/jobs';

/** Closes one discussion when it is due; too early or for the second time it does nothing. */
export const closeDiscussionJob = defineJob<{ discussionId: string }>('procedure', 'close-discussion');
