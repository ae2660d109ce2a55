import { SetMetadata } from '@nestjs/common';

export const RECENT = 'talqy:recent';
export const BEFORE_FACTOR = 'talqy:before-factor';
export const BY_PERSON = 'talqy:by-person';

/** Only a session that proved within the last 15 minutes that its person is there; a program's token never does. */
export const Recent = () => SetMetadata(RECENT, true);

/** Where an official who still lacks an obligatory second factor may go: to set it. */
export const BeforeFactor = () => SetMetadata(BEFORE_FACTOR, true);

/** Only a person at a session, not a program with a token. */
export const ByPerson = () => SetMetadata(BY_PERSON, true);
