import { type Blocker, hasWarnings, type SignatureView, statementOf } from '#lib/reports';
import { LARGEST_SIGNATURE } from '#lib/signatures';
import { figuresOf } from '../../../pages-kit/figures.js';
import { type FormErrors, noErrors, withErrors } from '../../../pages-kit/form-errors.js';
import type { PageVisit } from '../../../pages-kit/visit.js';
import type { OwnReportState } from '../../own-report.js';
import { signatureAddress } from '../../api/report-addresses.js';
import { signatureWords, statementsOf } from '../signature-words.js';
import { blockerLine } from './blocker-lines.js';
import { reportFrame, reportPath } from './report-frame.js';
import { versionFacts } from './version-facts.js';
import type { SigningModel } from './signing.view.js';
import { warningLines } from './warning-lines.js';

export interface SigningReading {
  readonly state: OwnReportState;
  readonly visit: PageVisit;
  readonly isSigner: boolean;
  /** Of the signed report, when one is. */
  readonly signature: SignatureView | undefined;
  readonly errors?: FormErrors;
  readonly blockers?: readonly Blocker[];
  readonly isAcknowledged?: boolean;
}

/** What is signed, word for word and byte for byte, and who did it. */
export function signingModel(reading: SigningReading): SigningModel {
  const { state, visit, signature, errors, isAcknowledged = false } = reading;
  const { discussion, signed, isInWork } = state;
  const unsigned = isInWork ? state.unsigned : undefined;
  const shown = unsigned ?? signed;
  const blockers = reading.blockers ?? unsigned?.blockers ?? [];
  return {
    ...(errors ? withErrors(errors) : noErrors),
    ...reportFrame(discussion, 'signing', visit),
    facts: shown ? versionFacts(shown, discussion.zone, visit) : [],
    blockers: blockers
      .filter(({ code }) => code !== 'warnings-not-acknowledged')
      .map((blocker) => blockerLine(blocker, discussion.id, visit)),
    warnings: unsigned && hasWarnings(unsigned.head.warnings) ? warningLines(unsigned.head.warnings, visit) : [],
    statements: unsigned ? statementsOf(statementOf(), visit) : [],
    sheetHref: unsigned ? signatureAddress(unsigned.id).sheet : null,
    largest: figuresOf(visit).size(LARGEST_SIGNATURE),
    form:
      unsigned && reading.isSigner && unsigned.blockers.length === 0
        ? { action: visit.fileFormAction(reportPath(discussion.id, 'signing')), reportId: unsigned.id, isAcknowledged }
        : null,
    note: noteOf(reading),
    signature: signed && signature ? signatureWords(signed.id, signature, discussion.zone, visit) : null,
    beingPublished: signed?.state === 'SIGNED' ? visit.t('report.being-published') : null,
  };
}

function noteOf({ state, visit, isSigner }: SigningReading): string | null {
  const { discussion, unsigned, isInWork } = state;
  if (discussion.state === 'OPEN') return visit.t('report.not-before-close');
  if (!isInWork) return null;
  if (!unsigned) return visit.t('report.not-assembled');
  if (unsigned.blockers.length > 0) return visit.t('signing.blocked');
  return isSigner ? null : visit.t('report.signer-only');
}
