import type { Multilingual } from '#lib/kernel';
import type { PublicServiceFacts } from './public-service.js';
import type { RegisterRow } from './register-row.js';
import type { StateBodyFacts } from './state-body.js';

export const planStates = ['NEW', 'CHANGED', 'SAME'] as const;
export type PlanState = (typeof planStates)[number];

/** What one row of a file would do to the register. */
export interface PlannedRow {
  readonly line: number;
  readonly type: RegisterRow['type'];
  readonly code: string;
  readonly name: Multilingual;
  readonly state: PlanState;
  /** By the columns of the file; of a new row none. */
  readonly changes: readonly { readonly field: string; readonly before: string; readonly after: string }[];
}

/** What the register says already of the codes of a file. */
export interface KnownFacts {
  readonly bodies: readonly StateBodyFacts[];
  readonly services: readonly PublicServiceFacts[];
}

/** How many rows an import makes new or changes; the rest are so already. */
export interface RowCounts {
  readonly created: number;
  readonly updated: number;
}

/** Compares the rows of a file with the register, by type and code, in the order of the file. */
export function planRegister(rows: readonly RegisterRow[], known: KnownFacts): PlannedRow[] {
  const bodies = new Map(known.bodies.map((body) => [body.code, bodyValues(body)]));
  const services = new Map(known.services.map((service) => [service.code, serviceValues(service)]));
  return rows.map((row) =>
    row.type === 'body'
      ? planned(row, row.body, bodyValues(row.body), bodies.get(row.body.code))
      : planned(row, row.service, serviceValues(row.service), services.get(row.service.code)),
  );
}

export const countsOf = (plan: readonly PlannedRow[], type: RegisterRow['type']): RowCounts => ({
  created: plan.filter((row) => row.type === type && row.state === 'NEW').length,
  updated: plan.filter((row) => row.type === type && row.state === 'CHANGED').length,
});

type Values = Readonly<Record<string, string>>;

function planned(
  { line, type }: RegisterRow,
  { code, name }: { readonly code: string; readonly name: Multilingual },
  after: Values,
  before: Values | undefined,
): PlannedRow {
  if (!before) return { line, type, code, name, state: 'NEW', changes: [] };
  const changes = Object.entries(after).flatMap(([field, value]) => {
    const was = before[field] ?? '';
    return was === value ? [] : [{ field, before: was, after: value }];
  });
  return { line, type, code, name, state: changes.length > 0 ? 'CHANGED' : 'SAME', changes };
}

const nameValues = ({ kk, ru, en }: Multilingual): Values => ({ name_kk: kk, name_ru: ru, name_en: en ?? '' });

const bodyValues = (body: StateBodyFacts): Values => ({
  kind: body.kind,
  ...nameValues(body.name),
  subordinate_to_president: body.isSubordinateToPresident ? 'yes' : 'no',
  authority: body.authority ?? '',
  resource_url: body.resourceUrl ?? '',
});

const serviceValues = (service: PublicServiceFacts): Values => ({
  ...nameValues(service.name),
  entered_on: service.enteredOn,
  act: service.act,
  body: service.bodyCode,
});
