import { defineEvent, defineJob } from '#lib/jobs';

/** Somebody sent a file, or a look at it was asked for once more. */
export const fileUploaded = defineEvent<{ fileId: string }>('file.uploaded');

export const fileEvents = [fileUploaded] as const;
/** Scans and cleans one upload; it is asked for again while the scanner is away. */
export const checkFileJob = defineJob<{ fileId: string }>('files', 'check-file');
