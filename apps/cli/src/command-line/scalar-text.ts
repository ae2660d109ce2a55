/** A word, number or yes/no of a parsed file as trimmed text; of anything else nothing. */
export function scalarText(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
