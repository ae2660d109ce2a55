import { defineJob } from '#lib/jobs';

export const assembleReportJob = defineJob<{ discussionId: string }>('report', 'assemble-report');
export const publishReportJob = defineJob<{ reportId: string }>('report', 'publish-report');
