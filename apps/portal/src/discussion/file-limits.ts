import { FILES_LIMIT } from '#lib/discussion';
import { attachmentLimits } from '#lib/files';

/** How many files a remark takes and how large each may be, as the forms say it (REQ-30). */
export const fileLimits = { count: FILES_LIMIT, megabytes: attachmentLimits.megabytes } as const;
