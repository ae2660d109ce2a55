const quotes = /[«»„“”‟"‹›‚‘’‛'`´]/gu;

/** A name as it is compared (REQ-11): Unicode NFC, one kind of quotation mark, single spaces, none at the ends. */
export const comparableName = (name: string): string =>
  name.normalize('NFC').replaceAll(quotes, '"').replaceAll(/\s+/gu, ' ').trim();

/** Whether a standard is named as its service stands in the register (R10.I.1, R18). A letter or its case makes a difference. */
export const isSameName = (one: string, other: string): boolean => comparableName(one) === comparableName(other);
