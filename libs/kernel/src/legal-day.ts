/** A day of the law, `YYYY-MM-DD`, without hour or zone. It never mixes with an instant. */
export type LegalDay = string & { readonly __brand: 'LegalDay' };

export function isLegalDay(value: string): value is LegalDay {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const parsed = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(value);
}

/** @throws RangeError when there is no such day in the calendar (2015-02-29) */
export function legalDay(value: string): LegalDay {
  if (!isLegalDay(value)) throw new RangeError(`not a day: ${value}`);
  return value;
}
