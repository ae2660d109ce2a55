import { DomainError } from '#lib/kernel';
import type { CalendarFault } from '#lib/working-calendar';

/** One year, or a list of years; undefined for what is no JSON. */
export function yearsIn(text: string): readonly unknown[] | undefined {
  try {
    const parsed: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return Array.isArray(parsed) ? parsed : [parsed];
  } catch {
    return undefined;
  }
}

/** The faults of a file that was refused; undefined for every other error. */
export function faultsIn(error: unknown): readonly CalendarFault[] | undefined {
  if (!(error instanceof DomainError) || error.code !== 'import-refused') return undefined;
  const faults = error.details['faults'];
  return Array.isArray(faults) ? (faults as readonly CalendarFault[]) : undefined;
}
