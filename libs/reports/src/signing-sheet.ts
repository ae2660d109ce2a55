import { canonicalJson } from '#lib/kernel';
import { translator } from '#lib/localisation';
import type { StoredReport } from './persistence/reports.repository.js';

/** What a signer declares, as it was shown (REQ-61). */
export const statementOf = (): { readonly kk: string; readonly ru: string } => ({
  kk: translator('kk')('report.statement'),
  ru: translator('ru')('report.statement'),
});

/**
 * The small text that a detached electronic signature is made over: which report, the hash of its data, and the statement. RFC 8785
 * JSON; the same report gives the same text.
 */
export const signingSheet = ({
  discussionId,
  version,
  dataSha256,
}: Pick<StoredReport, 'discussionId' | 'version' | 'dataSha256'>): string =>
  canonicalJson({ form: 'talqy-signing-sheet/1', discussionId, version, dataSha256, statement: statementOf() });
