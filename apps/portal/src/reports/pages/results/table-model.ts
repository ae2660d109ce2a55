import { clauseNames, type StoredClause } from '#lib/drafting';
import type { ReportRemark } from '#lib/reports';
import { isMessageKey } from '#lib/localisation';
import { selectOptions } from '../../../pages-kit/select-options.js';
import type { PageVisit } from '../../../pages-kit/visit.js';
import type { RowOfTable } from '../../report-table.js';
import { resultRow, type RowContext } from './result-row.js';
import { isFiltered, type ResultsAsked, resultsSearch } from './results-filter.js';
import type { TableModel } from './results.view.js';

/** Where the table stands on its page: filters and pages lead back to it. */
const TABLE = '#table';

export interface TableReading {
  readonly visit: PageVisit;
  /** The address of the results, without its search. */
  readonly here: string;
  readonly asked: ResultsAsked;
  readonly clauses: readonly StoredClause[];
  readonly page: { readonly items: readonly RowOfTable[]; readonly next?: string };
  /** What the report says of the remark that was asked for, when no row answers it. */
  readonly withoutRow: ReportRemark | undefined;
  readonly received: number;
  readonly context: Omit<RowContext, 'visit' | 'hrefOf'>;
}

export function tableModel(reading: TableReading): TableModel {
  const { visit, here, asked, page, context } = reading;
  const { erratum, filter, after } = asked;
  const hrefOf = remarkHref(here, erratum);
  const hasRows = page.items.length > 0;
  return {
    hasFilter: reading.received > 0,
    action: `${here}${TABLE}`,
    erratum,
    words: asked.words,
    selects: selectsOf(reading),
    isFiltered: isFiltered(asked),
    allHref: `${here}${resultsSearch({ erratum, filter: {} })}${TABLE}`,
    rows: page.items.map((each) => resultRow(each, { ...context, visit, hrefOf })),
    empty: hasRows ? null : emptyText(reading),
    pages: {
      ...(page.next ? { next: `${here}${resultsSearch({ erratum, filter, after: page.next })}${TABLE}` } : {}),
      ...(after ? { first: `${here}${resultsSearch({ erratum, filter })}${TABLE}` } : {}),
    },
  };
}

/** The address of one remark in the table of a report. */
export const remarkHref =
  (here: string, erratum: number | null) =>
  (number: string): string =>
    `${here}${resultsSearch({ erratum, filter: { number } })}${TABLE}`;

function selectsOf({ visit, asked: { filter }, clauses }: TableReading): TableModel['selects'] {
  const { t, language } = visit;
  const items = (chosen: string | undefined, options: Iterable<readonly [string, string]>) =>
    selectOptions(options, chosen, t('queue.any'));
  return [
    {
      name: 'clause',
      label: t('queue.column-clause'),
      items: items(filter.clause, [['whole-draft', t('draft.whole')], ...clauseNames(clauses, language, t)]),
    },
    {
      name: 'outcome',
      label: t('queue.column-decision'),
      items: items(filter.outcome, [
        ['TAKEN_INTO_ACCOUNT', t('outcome.taken-into-account')],
        ['PARTLY', t('outcome.partly')],
        ['NOT_TAKEN_INTO_ACCOUNT', t('outcome.not-taken-into-account')],
      ]),
    },
    {
      name: 'kind',
      label: t('queue.column-type'),
      items: items(filter.kind, [
        ['REMARK', t('remark.kind.remark')],
        ['PROPOSAL', t('remark.kind.proposal')],
      ]),
    },
  ];
}

function emptyText({ visit: { t }, asked, withoutRow, received }: TableReading): string {
  if (withoutRow) {
    const { number, state, hiddenGround } = withoutRow;
    const key = `hiding.ground.${hiddenGround ?? ''}`;
    return state === 'HIDDEN'
      ? t('results.remark-hidden', { number, ground: isMessageKey(key) ? t(key) : (hiddenGround ?? '') })
      : t('results.remark-withdrawn', { number });
  }
  if (asked.filter.number) return t('results.no-such-number', { number: asked.filter.number });
  if (isFiltered(asked)) return t('results.no-such-rows');
  return t(received === 0 ? 'report.none-received' : 'results.none-standing');
}
