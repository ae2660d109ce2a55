import { defineEvent } from '#lib/jobs';

/** A run is planned, or is to be tried again: its steps are to be put on the queue. */
export const reportRequested = defineEvent<{ runId: string; discussionId: string }>('report.requested');
export const reportAssembled = defineEvent<{ reportId: string; discussionId: string }>('report.assembled');
/** R8.3: the report is frozen and is to be placed. */
export const reportSigned = defineEvent<{ reportId: string; discussionId: string }>('report.signed');
export const reportPublished = defineEvent<{ reportId: string; discussionId: string }>('report.published');

export const reportEvents = [reportRequested, reportAssembled, reportSigned, reportPublished] as const;
