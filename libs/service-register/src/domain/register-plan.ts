import type { Multilingual } from '#lib/kernel';
import type { PublicServiceFacts } from './public-service.js';
import { factsOf, type RegisterRow } from './register-row.js';
import type { RegisterSectionFacts } from './register-section.js';
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
  readonly sections: readonly RegisterSectionFacts[];
}

/** How many rows an import makes new or changes; the rest are so already. */
export interface RowCounts {
  readonly created: number;
  readonly updated: number;
}

/** Compares the rows of a file with the register, by type and code, in the order of the file. */
export function planRegister(rows: readonly RegisterRow[], known: KnownFacts): PlannedRow[] {
  const before = {
    body: new Map(known.bodies.map((body) => [body.code, bodyValues(body)])),
    service: new Map(known.services.map((service) => [service.code, serviceValues(service)])),
    section: new Map(known.sections.map((section) => [section.code, nameValues(section.name)])),
  };
  return rows.map((row) => planned(row, valuesOf(row), before[row.type].get(factsOf(row).code)));
}

export const countsOf = (plan: readonly PlannedRow[], type: RegisterRow['type']): RowCounts => ({
  created: plan.filter((row) => row.type === type && row.state === 'NEW').length,
  updated: plan.filter((row) => row.type === type && row.state === 'CHANGED').length,
});

type Values = Readonly<Record<string, string>>;

function planned(row: RegisterRow, after: Values, before: Values | undefined): PlannedRow {
  const { line, type } = row;
  const { code, name } = factsOf(row);
  if (!before) return { line, type, code, name, state: 'NEW', changes: [] };
  const changes = Object.entries(after).flatMap(([field, value]) => {
    const was = before[field] ?? '';
    return was === value ? [] : [{ field, before: was, after: value }];
  });
  return { line, type, code, name, state: changes.length > 0 ? 'CHANGED' : 'SAME', changes };
}

function valuesOf(row: RegisterRow): Values {
  if (row.type === 'body') return bodyValues(row.body);
  return row.type === 'service' ? serviceValues(row.service) : nameValues(row.section.name);
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
