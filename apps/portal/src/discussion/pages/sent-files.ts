import type { RemarkOfReceipt } from '#lib/discussion';
import { fileWords } from '../../pages-kit/file-words.js';
import { codeRow, row, type SummaryRow } from '../../pages-kit/summary-row.js';
import type { PageVisit } from '../../pages-kit/visit.js';

/** To the sender: each file by its name, what was removed from it, and by which hash it is proved what was sent. */
export const sentFileRows = ({ files }: RemarkOfReceipt, visit: PageVisit): SummaryRow[] =>
  files.flatMap((file) => [
    row(file.name, fileWords(file, visit)),
    codeRow(visit.t('file.sent-hash'), file.sha256),
    ...(file.keptSha256 !== null && file.keptSha256 !== file.sha256
      ? [codeRow(visit.t('file.kept-hash'), file.keptSha256)]
      : []),
  ]);
