const FORMULA = /^(?:[\s"']*[=+\-@＝＋－＠]|[\t\r\n\0])/u;

/** What a spreadsheet runs as a formula, also behind quotes and blanks and in full-width form. */
export const looksLikeFormula = (text: string): boolean => FORMULA.test(text);
