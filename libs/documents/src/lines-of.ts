/** The lines of a text: every kind of line break ends one. */
export const linesOf = (text: string): string[] => text.split(/\r\n|[\r\n\u2028\u2029]/);
