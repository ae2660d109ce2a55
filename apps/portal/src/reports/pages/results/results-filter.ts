import { readRemarkNumber } from '#lib/discussion';
import type { StoredClause } from '#lib/drafting';
import { NotFound } from '#lib/identity';
import type { RowFilter } from '#lib/reports';
import { Form } from '../../../pages-kit/form.js';

const outcomes = ['TAKEN_INTO_ACCOUNT', 'PARTLY', 'NOT_TAKEN_INTO_ACCOUNT'] as const;
const kinds = ['REMARK', 'PROPOSAL'] as const;
const LONGEST_WORDS = 200;

/** What a reader of the results asks to see, as the address says it. */
export interface ResultsAsked {
  /** Number of a correction; null for the first report. */
  readonly erratum: number | null;
  readonly filter: RowFilter;
  /** As they were typed; a number among them is looked for as a number. */
  readonly words: string;
  readonly after: string | undefined;
}

/** @throws NotFound for what is no number of a correction */
export function readAsked(query: unknown, clauses: readonly Pick<StoredClause, 'lineageId'>[]): ResultsAsked {
  const form = new Form(query);
  const words = form.text('words').slice(0, LONGEST_WORDS);
  const number = readRemarkNumber(form.text('number')) ?? readRemarkNumber(words);
  const outcome = form.oneOf('outcome', outcomes);
  const kind = form.oneOf('kind', kinds);
  const clause = form.oneOf('clause', ['whole-draft', ...clauses.map(({ lineageId }) => lineageId)]);
  const after = form.optional('after');
  return {
    erratum: erratumOf(form),
    filter: {
      ...(outcome ? { outcome } : {}),
      ...(kind ? { kind } : {}),
      ...(clause ? { clause } : {}),
      ...(number ? { number } : words ? { words } : {}),
    },
    words: words || (number ?? ''),
    after: after !== undefined && /^\d{1,9}$/.test(after) ? after : undefined,
  };
}

function erratumOf(form: Form): number | null {
  const text = form.text('erratum');
  if (text === '') return null;
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new NotFound('report');
  return Number(text);
}

/** The address of the same report with other wishes. */
export function resultsSearch({
  erratum,
  filter,
  after,
}: Pick<ResultsAsked, 'erratum' | 'filter'> & { readonly after?: string }): string {
  const search = new URLSearchParams({
    ...(erratum === null ? {} : { erratum: String(erratum) }),
    ...filter,
    ...(after === undefined ? {} : { after }),
  }).toString();
  return search === '' ? '' : `?${search}`;
}

export const isFiltered = ({ filter }: Pick<ResultsAsked, 'filter'>): boolean => Object.keys(filter).length > 0;
export { kinds, outcomes };
