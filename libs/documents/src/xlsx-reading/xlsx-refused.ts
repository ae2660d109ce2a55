import { DomainError } from '#lib/kernel';

export const xlsxFaults = [
  'too-big',
  'not-a-workbook',
  'old-format',
  'encrypted',
  'has-macros',
  'damaged',
  'unsafe-xml',
  'too-many-parts',
  'unpacks-too-big',
  'too-many-sheets',
  'too-many-rows',
  'too-many-columns',
  'too-many-array-formulas',
  'cell-too-long',
] as const;

export type XlsxFault = (typeof xlsxFaults)[number];

export interface XlsxFaultPlace {
  /** What is allowed, where the fault is that there is more. */
  readonly limit?: number;
  readonly sheet?: string;
  /** The cell or row, as E17 or 17. */
  readonly at?: string;
}

/** The workbook as a whole is not read; nothing of it was. */
export class XlsxRefused extends DomainError {
  constructor(
    readonly fault: XlsxFault,
    place: XlsxFaultPlace = {},
  ) {
    super('import-refused', `the workbook is refused: ${fault}`, { fault, ...place });
  }
}
