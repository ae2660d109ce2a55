import { defineJob } from '#lib/jobs';

/** After the close: asks for the report that the law wants (R8.3). */
export const requestReportJob = defineJob<{ discussionId: string }>('report', 'request-report');
/** Puts the steps of a run on the queue, as a flow. */
export const startReportFlowJob = defineJob<{ runId: string }>('report', 'start-report-flow');
export const publishReportJob = defineJob<{ reportId: string }>('report', 'publish-report');
/** One step of a run; long, so on a queue of its own. */
export const reportStepJob = defineJob<{ runId: string; ordinal: string }>('rendering', 'report-step');
