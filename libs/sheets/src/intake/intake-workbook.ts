import type { CellValue, Sheet, Workbook } from '#lib/documents';
import type { Instant, Language, Multilingual } from '#lib/kernel';
import { translator } from '#lib/localisation';
import { clauseLabels, type NamedVersion } from '../workbook/clause-labels.js';
import { headed } from '../workbook/heading-key.js';
import { clausesSheet, instructions } from '../workbook/lists.js';
import { remarkColumns, senderKeys } from './remark-columns.js';

export interface TemplateFacts {
  readonly language: Language;
  readonly title: Multilingual;
  /** The version under discussion. */
  readonly version: NamedVersion;
  /** The instant of the data: when the draft was placed. */
  readonly openAt: Instant;
  /** Until when remarks are taken, in words; null while the term has not begun. */
  readonly close: string | null;
}

const linesToRead = 7;

/** An empty sheet for an organisation: its remarks, who it is, how to fill it in, and the clauses of the draft. */
export function intakeWorkbook(facts: TemplateFacts): Workbook {
  const { language, title, version, openAt, close } = facts;
  const t = translator(language);
  const labels = clauseLabels([version], language);
  const draft = title[language] || title.ru || title.kk;
  const how = Array.from({ length: linesToRead }, (_, index) =>
    t(`sheet.intake.how.${index + 1}` as 'sheet.intake.how.1'),
  );
  const remarks: Sheet = {
    name: t('sheet.intake.name-remarks'),
    columns: remarkColumns([...labels.values()], language),
    rows: [],
  };
  const sheets: Sheet[] = [
    senderSheet(language),
    remarks,
    instructions(t('sheet.name-how'), draft, [...(close === null ? [] : [close]), ...how]),
    clausesSheet([version], labels, language),
  ];
  return { language, title: `${t('sheet.intake.title')}: ${draft}`, madeAt: openAt, sheets };
}

function senderSheet(language: Language): Sheet {
  const t = translator(language);
  return {
    name: t('sheet.intake.name-sender'),
    hasFilter: false,
    columns: [
      { heading: t('sheet.intake.sender-what'), width: 44, type: 'text', isWrapped: true, isFixed: true },
      { heading: t('sheet.intake.sender-value'), width: 60, type: 'text', isWrapped: true, isTyped: true },
      { heading: t('sheet.intake.sender-note'), width: 70, type: 'text', isWrapped: true, isFixed: true },
    ],
    rows: senderKeys.map((key): CellValue[] => [
      headed(t(`sheet.intake.sender.${key}`), key),
      null,
      t(`sheet.intake.sender-note.${key}`),
    ]),
  };
}
