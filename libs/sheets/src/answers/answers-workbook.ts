import type { Decision } from '#lib/consideration';
import type { CellValue, Sheet, Workbook } from '#lib/documents';
import type { Instant, Language } from '#lib/kernel';
import { translator } from '#lib/localisation';
import { profileById, reasonsFor } from '#lib/time-limits';
import { clauseLabels, joinedLabels, type NamedVersion } from '../workbook/clause-labels.js';
import { clausesSheet, instructions } from '../workbook/lists.js';
import { answerColumns, type AnswerKey, answerKeys, type TypedKey } from './answer-columns.js';
import { outcomeWords, reasonWords } from './answer-words.js';
import type { RowToExport } from './rows-to-export.js';
import { rowStateText } from './row-state.js';

export interface SheetFacts {
  readonly language: Language;
  readonly profileId: string;
  readonly procedureKind: string;
  /** Of the draft, the newest first. */
  readonly versions: readonly NamedVersion[];
  /** The version under discussion: remarks are about its clauses. */
  readonly discussedVersion: number;
  readonly exportedAt: Instant;
}

const linesToRead = 11;

/** The remarks with their decisions so far, how to fill them in, and the clauses that may be named. No sender is in it (REQ-46). */
export function answersWorkbook(facts: SheetFacts, rows: AsyncIterable<RowToExport>): Workbook {
  const { language, versions, exportedAt } = facts;
  const t = translator(language);
  const how = Array.from({ length: linesToRead }, (_, index) => t(`sheet.how.${index + 1}` as 'sheet.how.1'));
  const sheets: Sheet[] = [
    answersSheet(facts, rows),
    instructions(t('sheet.name-how'), t('sheet.how-heading'), how),
    clausesSheet(versions, clauseLabels(versions, language), language),
  ];
  return { language, title: t('sheet.title'), madeAt: exportedAt, sheets };
}

function answersSheet(facts: SheetFacts, rows: AsyncIterable<RowToExport>): Sheet {
  const { reasons } = profileById(facts.profileId).decisions;
  return {
    name: translator(facts.language)('sheet.name-remarks'),
    columns: answerColumns(reasonsFor(reasons, facts.procedureKind), facts.language),
    rows: cells(facts, rows),
  };
}

async function* cells(facts: SheetFacts, rows: AsyncIterable<RowToExport>): AsyncGenerator<CellValue[]> {
  const { language, versions, discussedVersion } = facts;
  const answers = answerWords(facts);
  const discussed = clauseLabels(
    versions.filter(({ version }) => version <= discussedVersion),
    language,
  );
  for await (const row of rows) {
    const said = {
      ...fixedCells(row, discussed, language),
      ...answers.of(exportedDecision(row)),
      state: stateOf(row, facts),
    };
    yield answerKeys.map((key) => (said as Partial<Record<AnswerKey, string>>)[key] || null);
  }
}

/** The decision that a row starts from. Where members of a group were answered differently so far, none. */
const exportedDecision = ({ point, group }: Pick<RowToExport, 'point' | 'group'>) =>
  (group === null || group.isAlike ? point?.decision : null) ?? null;

function fixedCells(
  { remark, position, point, group }: RowToExport,
  discussed: ReadonlyMap<string, string>,
  language: Language,
): Partial<Record<AnswerKey, string>> {
  const t = translator(language);
  const passages = point?.passages.map(({ quote }) => quote).join(' … ') ?? '';
  return {
    number: remark.number,
    group: group ? t('sheet.group', { no: group.no, count: group.standing }) : '',
    clause: joinedLabels(inTextOrder(remark.anchors, discussed), discussed) || t('draft.whole'),
    point: passages === '' && remark.points.length < 2 ? '' : t('sheet.point', { number: position, passages }),
    type: t(remark.kind === 'REMARK' ? 'remark.kind.remark' : 'remark.kind.proposal'),
    remark: remark.text,
    wording: remark.proposedWording ?? '',
  };
}

const inTextOrder = (ids: readonly string[], labels: ReadonlyMap<string, string>): string[] =>
  ids.length < 2 ? [...ids] : [...labels.keys()].filter((id) => ids.includes(id));

/** How decisions are written into the cells of one sheet. */
function answerWords({ language, profileId, versions }: Pick<SheetFacts, 'language' | 'profileId' | 'versions'>) {
  const outcomes = new Map(outcomeWords(language).map(({ value, words }) => [value, words]));
  const reasons = new Map(
    reasonWords(profileById(profileId).decisions.reasons, language).map(({ value, words }) => [value, words]),
  );
  const labels = clauseLabels(versions, language);
  return {
    of(decision: Decision | null): Partial<Record<TypedKey, string>> {
      if (!decision) return {};
      return {
        decision: outcomes.get(decision.outcome) ?? decision.outcome,
        reason: reasons.get(decision.reasonCode) ?? decision.reasonCode,
        'ground-kk': decision.groundKk,
        'ground-ru': decision.groundRu,
        changed: joinedLabels(decision.changedClauses, labels),
        'no-change-kk': decision.noChangeKk ?? '',
        'no-change-ru': decision.noChangeRu ?? '',
      };
    },
  };
}

function stateOf(row: RowToExport, { language, versions }: SheetFacts): string {
  const { remark, position, point, group } = row;
  return rowStateText({
    language,
    draftVersion: versions[0]?.version ?? 0,
    remarkId: remark.id,
    position,
    pointId: point?.id ?? null,
    decision: exportedDecision(row)?.version ?? 0,
    group: group && { no: group.no, seen: group.seen },
  });
}
