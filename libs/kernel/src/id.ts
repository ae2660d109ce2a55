import { v7, validate } from 'uuid';

/** A new time-ordered id (UUID v7), lower case. */
export const newId = (): string => v7();

/** Canonical lower-case UUIDs only: a cast or cut form never matches (ids are compared as strings). */
export const isId = (value: string): boolean => validate(value) && value === value.toLowerCase();
