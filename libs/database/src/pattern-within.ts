/** These words somewhere in a text, as a pattern for `ilike`: what they hold of its signs is meant as written, and no text has U+0000. */
export const patternWithin = (words: string): string =>
  `%${words.replaceAll('\0', '').replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
