import { DecisionBeforeClose, ReportAlreadySigned } from './errors.js';

/** Of the discussion whose remarks are to be decided on or grouped, or whose draft's changes are to be explained. */
export interface DecidableNow {
  readonly state: 'OPEN' | 'CLOSED' | 'WITHDRAWN';
  /** And no erratum is open. */
  readonly isReportSigned: boolean;
}

/**
 * Remarks are decided on and grouped, and changes explained, after the generous close and until the report is signed
 * (REQ-55, REQ-56).
 * @param named what the refusal names
 * @throws DecisionBeforeClose (`wrong-state`), ReportAlreadySigned (`report-frozen`)
 */
export function assertDecidable(
  { state, isReportSigned }: DecidableNow,
  named: { readonly discussionId: string; readonly number?: string },
): void {
  if (state !== 'CLOSED') throw new DecisionBeforeClose({ ...named, state });
  if (isReportSigned) throw new ReportAlreadySigned(named);
}
