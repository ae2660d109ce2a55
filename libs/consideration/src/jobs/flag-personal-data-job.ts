import { defineJob } from '#lib/jobs';

/** Looks at the words of one remark, when it came and when it was replaced. */
export const flagPersonalDataJob = defineJob<{ remarkId: string }>('procedure', 'flag-personal-data');
