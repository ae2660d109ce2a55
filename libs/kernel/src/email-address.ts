const ADDRESS = /^[^\s\p{Cc}\p{Surrogate}@<>,;:"]{1,64}@[^\s\p{Cc}\p{Surrogate}@<>,;:"]{1,189}$/u;

/** Whether a text can be one address that a letter is sent to; whether somebody reads there only a letter tells. */
export const isEmailAddress = (text: string): boolean => ADDRESS.test(text);

/** The form in which equal addresses are equal: one mailbox, in whatever case and with whatever around it. */
export const comparableAddress = (address: string): string => address.trim().toLowerCase();
