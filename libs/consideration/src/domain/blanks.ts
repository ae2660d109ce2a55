/**
 * A blank of a template: what the officer writes for this very remark, as `[[which paragraph of the law]]`. A ground with a blank
 * left in it says nothing yet and is refused (REQ-53: no stock answers).
 */
const BLANK = /\[\[([^[\]]*)\]\]/g;

/** What each blank of a text asks for, in order. */
export const blanksIn = (text: string): readonly string[] =>
  [...text.matchAll(BLANK)].map(([, asked = '']) => asked.trim());
