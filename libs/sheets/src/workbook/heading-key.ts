/**
 * A heading says what a column is twice: in words for people, and by a key in brackets for the program, on a line of its own. The
 * key is the same in every language and survives whatever is done to the order, the width or the words.
 */
export const headed = (words: string, key: string): string => `${words}\n[${key}]`;

const KEY = /\[\s*([a-z]+(?:-[a-z]+)*)\s*\]\s*$/;

/** The key at the end of a heading; undefined when it has none. */
export const keyIn = (heading: string): string | undefined => KEY.exec(heading.toLowerCase())?.[1];

/** A text in the form by which words typed by people are compared: one space for many, no case. */
export const inOneForm = (text: string): string => text.normalize('NFC').replaceAll(/\s+/g, ' ').trim().toLowerCase();
