const ADDRESS = /^[^\s@<>,;:"]{1,64}@[^\s@<>,;:"]{1,189}$/;

/** Whether a text can be one address that a letter is sent to; whether somebody reads there only a letter tells. */
export const isEmailAddress = (text: string): boolean => ADDRESS.test(text);
