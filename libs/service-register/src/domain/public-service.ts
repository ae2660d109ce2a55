import type { LegalDay, Multilingual } from '#lib/kernel';

export interface PublicServiceFacts {
  /** Eight digits of the register. */
  readonly code: string;
  /** As in the register; the standard's name must be the same (R10.I.1, REQ-11). */
  readonly name: Multilingual;
  /** The day the register was approved or supplemented with it: starts R5b and R8.1 (REQ-01). */
  readonly enteredOn: LegalDay;
  /** The act that approved or supplemented the register. */
  readonly act: string;
  /** Code of the central body that develops its standard (R10.I.2). */
  readonly bodyCode: string;
}

export const isServiceCode = (code: string): boolean => /^[0-9]{8}$/.test(code);
