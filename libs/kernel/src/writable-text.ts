/** Whether a text can be written at all: a NUL and half of a surrogate pair are no characters, and no database takes them. */
export const isWritableText = (text: string): boolean => !/\0|\p{Surrogate}/u.test(text);

const hidden = /[\p{Cc}\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/u;

/** Whether a text of one line holds what no reader sees: control characters, and marks that turn the order of the letters round. */
export const hasHiddenCharacters = (text: string): boolean => hidden.test(text);
