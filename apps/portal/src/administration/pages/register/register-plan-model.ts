import { type PlannedRow, planStates, type RegisterFault, type RegisterImport } from '#lib/service-register';
import { row } from '../../../pages-kit/summary-row.js';
import { inLanguage } from '../../../pages-kit/titles.js';
import type { PageVisit } from '../../../pages-kit/visit.js';
import { pageOfRows, tabsOf } from '../../../sheets/pages/row-pages.js';
import { registerTabs } from './register-tabs.js';
import type { RegisterPlanModel } from './register.view.js';

const kinds = [...planStates, 'FAULT'] as const;
type Kind = (typeof kinds)[number];

const classes: Readonly<Record<Kind, string>> = {
  NEW: 'govuk-tag--green',
  CHANGED: 'govuk-tag--turquoise',
  SAME: 'govuk-tag--grey',
  FAULT: 'govuk-tag--red',
};

/** A row of the file with all that is said of it. */
interface FileRow {
  readonly row: number;
  readonly kind: Kind;
  readonly planned: PlannedRow | undefined;
  readonly faults: readonly RegisterFault[];
}

export interface PlanFacts {
  readonly fileId: string;
  readonly fileName: string;
  readonly told: RegisterImport;
  readonly query: object;
  readonly isChanged?: boolean;
}

/** What a register file would do, row by row. */
export function registerPlanModel(facts: PlanFacts, visit: PageVisit): RegisterPlanModel {
  const { fileId, fileName, told, query, isChanged = false } = facts;
  const { t } = visit;
  const here = visit.to(`officer/register/import/${fileId}`);
  const rows = fileRows(told);
  const { shown, items, pages } = pageOfRows(rows, kinds, query, here);
  const counts = Object.fromEntries(
    kinds.map((kind) => [kind, rows.filter((each) => each.kind === kind).length]),
  ) as Record<Kind, number>;
  const isOver = counts.NEW + counts.CHANGED === 0;
  const canApply = counts.FAULT === 0 && !isOver;
  const isDone = 'done' in query && isOver && counts.FAULT === 0;
  return {
    back: { href: visit.to('officer/register/import'), text: t('register.tab-import') },
    tabs: registerTabs('import', visit),
    facts: [row(t('sheet.file-row'), fileName)],
    done: isDone ? t('register.applied') : null,
    changed: isChanged ? t('register.changed') : null,
    counts: tabsOf(counts, kinds, shown, here, (kind, count) => t(`register.count-${kind}`, { count })),
    rows: items.map((each) => shownRow(each, visit)),
    pages,
    apply: canApply
      ? {
          action: `${here}/application`,
          seen: told.seen,
          means: t('register.apply-means', { added: counts.NEW, changed: counts.CHANGED }),
        }
      : null,
    obstacle: canApply || isDone ? null : t(counts.FAULT > 0 ? 'register.has-faults' : 'register.nothing-new'),
    formHref: visit.to('officer/register/import'),
  };
}

/** One for each line: a faulty row stands with all its faults, the others with what they would do. */
function fileRows({ rows, faults }: RegisterImport): FileRow[] {
  const byLine = new Map<number, RegisterFault[]>();
  for (const fault of faults) byLine.set(fault.line, [...(byLine.get(fault.line) ?? []), fault]);
  const planned = new Map(rows.map((each) => [each.line, each]));
  return [...new Set([...planned.keys(), ...byLine.keys()])]
    .toSorted((a, b) => a - b)
    .map((line) => {
      const found = planned.get(line);
      const own = byLine.get(line) ?? [];
      return { row: line, kind: own.length > 0 || !found ? 'FAULT' : found.state, planned: found, faults: own };
    });
}

function shownRow({ row: line, kind, planned, faults }: FileRow, visit: PageVisit): RegisterPlanModel['rows'][number] {
  const { t } = visit;
  return {
    line: String(line),
    kind: { text: t(`register.state-${kind}`), classes: classes[kind] },
    what: planned ? t(`register.type-${planned.type}`) : '',
    code: planned?.code ?? '',
    name: planned ? inLanguage(planned.name, visit.language) : null,
    changes: kind === 'CHANGED' ? (planned?.changes ?? []) : [],
    faults: faults.map(({ field = '', code }) => ({ field, text: t(`register.fault-${code}`) })),
  };
}
