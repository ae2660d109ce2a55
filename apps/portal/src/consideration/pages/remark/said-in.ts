import { clauseNames } from '#lib/drafting';
import type { Translate } from '#lib/localisation';
import { row, type SummaryRow } from '../../../pages-kit/summary-row.js';
import { fileLine } from '../../../pages-kit/file-words.js';
import { inLanguage } from '../../../pages-kit/titles.js';
import type { PageVisit } from '../../../pages-kit/visit.js';
import type { RemarkReading } from './remark-reading.js';
import type { RemarkModel } from './remark.view.js';
import { textPieces } from './text-pieces.js';

/** The clause, the words of the remark with its points in them, and who sent it (REQ-46: to own officials only). */
export function saidIn(reading: RemarkReading, visit: PageVisit): Pick<RemarkModel, 'about' | 'said'> {
  const { remark, clauses, points } = reading;
  const here = visit.to(`officer/remarks/${remark.number}`);
  const names = clauseNames(clauses, visit.language, visit.t);
  return {
    about: clauses
      .filter(({ lineageId }) => remark.anchors.includes(lineageId))
      .map(({ lineageId, text }) => ({ name: names.get(lineageId) ?? '', ...inLanguage(text, visit.language) })),
    said: {
      language: remark.language,
      text: textPieces(remark.text ?? '', 'TEXT', points),
      wording: remark.proposedWording === null ? null : textPieces(remark.proposedWording, 'WORDING', points),
      files: remark.attachments.map((file) => fileLine(file, `${here}/files/${file.fileId}`, visit)),
      sender: senderRows(reading, visit),
    },
  };
}

function senderRows({ remark }: RemarkReading, { t }: PageVisit): SummaryRow[] {
  const { name, email, organisation, bin, representativeGround, confirmedBy } = remark.sender;
  const isEntity = remark.senderKind === 'LEGAL_ENTITY';
  const optional = (key: string, text: string | null) => (text ? [row(key, text)] : []);
  return [
    ...optional(t('privacy.sender'), name === null ? t('privacy.sender-erased') : null),
    ...optional(t('remark.organisation-name'), organisation),
    ...optional(t('decide.bin'), bin),
    ...optional(t(isEntity ? 'remark.representative-name' : 'remark.author-name'), name),
    ...optional(t('remark.representative-ground'), representativeGround),
    ...optional(t('remark.email'), email),
    ...optional(t('sender.confirmation'), confirmedBy ? confirmedWords(confirmedBy, t) : null),
  ];
}

function confirmedWords(by: NonNullable<RemarkReading['remark']['sender']['confirmedBy']>, t: Translate): string {
  if (by.kind === 'email') return t('sender.confirmed-by-letter');
  if (by.kind === 'signature') return t('sender.confirmed-by-signature', { name: by.name, issuer: by.issuer });
  return t('sender.confirmed-as', { provider: by.provider, name: by.name || t('sender.nameless') });
}
