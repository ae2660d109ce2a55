import { defineEvent } from '#lib/jobs';

/** A colleague asks an officer to look at a remark. */
export const officerMentioned = defineEvent<{ noteId: string; officerId: string }>('officer.mentioned');

export const considerationEvents = [officerMentioned] as const;
