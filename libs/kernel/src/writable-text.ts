/** Whether a text can be written at all: a NUL and half of a surrogate pair are no characters, and no database takes them. */
export const isWritableText = (text: string): boolean => !/\0|\p{Surrogate}/u.test(text);
