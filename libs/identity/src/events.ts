import { defineEvent } from '#lib/jobs';

/** A letter with a link is owed to the invited address. */
export const officerInvited = defineEvent<{ invitationId: string }>('officer.invited');
/** A letter with a link is owed to the officer who forgot the password. */
export const passwordResetAsked = defineEvent<{ resetId: string }>('officer.password-reset-asked');
/** The officer is told that an administrator took the second factor away. */
export const factorWasReset = defineEvent<{ officerId: string; actId: string }>('officer.factor-reset');

export const identityEvents = [officerInvited, passwordResetAsked, factorWasReset] as const;
