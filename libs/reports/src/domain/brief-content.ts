/** Characters of a remark that the table shows; the whole text is in the data (A2.T3). */
export const BRIEF_LENGTH = 400;

/**
 * The brief content of a remark: white space made single, cut at the end of a word and marked with an ellipsis.
 * The same text gives the same brief always (REQ-68).
 * @param limit characters (code points), the ellipsis not counted
 */
export function briefContent(text: string, limit = BRIEF_LENGTH): string {
  const single = text.replace(/\s+/gu, ' ').trim();
  if (single.length <= limit) return single;
  // A character may be two UTF-16 units: no more than these are looked at.
  const characters = Array.from(single.slice(0, 2 * limit + 2));
  if (characters.length <= limit) return single;
  const space = characters.lastIndexOf(' ', limit);
  // A word longer than half the limit (an address) is cut, but never between a letter and its accent.
  let end = space > limit / 2 ? space : limit;
  while (end > 1 && /^\p{M}$/u.test(characters[end] ?? '')) end--;
  return `${characters
    .slice(0, end)
    .join('')
    .replace(/[\s,;:–—-]+$/u, '')}…`;
}
