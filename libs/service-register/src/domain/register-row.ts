import { hasHiddenCharacters, isLegalDay, type LegalDay, type Multilingual } from '#lib/kernel';
import { isServiceCode, type PublicServiceFacts } from './public-service.js';
import { type RegisterFault, type RegisterFaultCode, registerFault } from './register-fault.js';
import { isSectionCode, type RegisterSectionFacts } from './register-section.js';
import { authorities, type StateBodyFacts, stateBodyKinds } from './state-body.js';

/** One row as the file has it: every value is text, an absent one is empty. */
export interface RegisterRecord {
  readonly line: number;
  readonly fields: Readonly<Record<string, string>>;
}

export type RegisterRow =
  | { readonly line: number; readonly type: 'body'; readonly body: StateBodyFacts }
  | { readonly line: number; readonly type: 'service'; readonly service: PublicServiceFacts }
  | { readonly line: number; readonly type: 'section'; readonly section: RegisterSectionFacts };

/** What a row says, of whatever type it is: each has a code and a name. */
export const factsOf = (row: RegisterRow): StateBodyFacts | PublicServiceFacts | RegisterSectionFacts =>
  row.type === 'body' ? row.body : row.type === 'service' ? row.service : row.section;

export type RowReading = { readonly row: RegisterRow } | { readonly faults: readonly RegisterFault[] };

export const registerFields = [
  'type',
  'code',
  'kind',
  'name_kk',
  'name_ru',
  'name_en',
  'subordinate_to_president',
  'authority',
  'resource_url',
  'entered_on',
  'act',
  'body',
] as const;
type Field = (typeof registerFields)[number];

const yes = ['yes', 'true', '1', 'иә', 'да'];
const no = ['', 'no', 'false', '0', 'жоқ', 'нет'];
const MAX_LENGTH = 1_000;

/**
 * Reads one row of a register file: a state body (R4, R9), a service of the register (R5, REQ-01), or a section of it.
 * Texts are trimmed and put into NFC. A faulty row gives every fault it has, not the first alone.
 */
export function readRegisterRow(record: RegisterRecord): RowReading {
  const faults: RegisterFault[] = [];
  const refuse = (code: RegisterFaultCode, field?: string) => void faults.push(registerFault(record.line, code, field));
  for (const field of Object.keys(record.fields))
    if (!(registerFields as readonly string[]).includes(field)) refuse('unknown-field', field);
  const values = new RowValues(record, refuse);
  const type = values.optional('type');
  if (type === 'body') {
    const body = bodyOf(values, refuse);
    return faults.length > 0 ? { faults } : { row: { line: record.line, type, body } };
  }
  if (type === 'service') {
    const service = serviceOf(values);
    return faults.length > 0 ? { faults } : { row: { line: record.line, type, service } };
  }
  if (type === 'section') {
    const section = sectionFrom(values);
    return faults.length > 0 ? { faults } : { row: { line: record.line, type, section } };
  }
  refuse('unknown-type', 'type');
  return { faults };
}

type Refuse = (code: RegisterFaultCode, field?: string) => void;

class RowValues {
  constructor(
    private readonly record: RegisterRecord,
    private readonly refuse: Refuse,
  ) {}

  optional(field: Field): string {
    const value = (this.record.fields[field] ?? '').normalize('NFC').trim();
    if (value.length > MAX_LENGTH) this.refuse('too-long', field);
    if (hasHiddenCharacters(value)) this.refuse('control-character', field);
    return value;
  }

  required(field: Field): string {
    const value = this.optional(field);
    if (!value) this.refuse('missing', field);
    return value;
  }

  /** @param isRight tells a good value; a missing one is named as missing only */
  checked<Value extends string>(
    field: Field,
    isRight: (value: string) => value is Value,
    code: RegisterFaultCode,
  ): Value {
    const value = this.required(field);
    if (value && !isRight(value)) this.refuse(code, field);
    return value as Value;
  }

  name(): Multilingual {
    const name = { kk: this.required('name_kk'), ru: this.required('name_ru') };
    const en = this.optional('name_en');
    return en ? { ...name, en } : name;
  }
}

const oneOf =
  <Value extends string>(values: readonly Value[]) =>
  (value: string): value is Value =>
    (values as readonly string[]).includes(value);

const isBodyCode = (value: string): value is string => /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/.test(value);
const isCodeOfService = (value: string): value is string => isServiceCode(value);
const isCodeOfSection = (value: string): value is string => isSectionCode(value);

function bodyOf(values: RowValues, refuse: Refuse): StateBodyFacts {
  const answer = values.optional('subordinate_to_president').toLowerCase();
  if (!yes.includes(answer) && !no.includes(answer)) refuse('not-yes-or-no', 'subordinate_to_president');
  const authority = values.optional('authority');
  if (authority && !oneOf(authorities)(authority)) refuse('unknown-authority', 'authority');
  const resourceUrl = values.optional('resource_url');
  if (resourceUrl && !isWebAddress(resourceUrl)) refuse('not-a-url', 'resource_url');
  return {
    code: values.checked('code', isBodyCode, 'body-code'),
    kind: values.checked('kind', oneOf(stateBodyKinds), 'unknown-kind'),
    name: values.name(),
    isSubordinateToPresident: yes.includes(answer),
    ...(oneOf(authorities)(authority) ? { authority } : {}),
    ...(resourceUrl ? { resourceUrl } : {}),
  };
}

function serviceOf(values: RowValues): PublicServiceFacts {
  const isDay = (value: string): value is LegalDay => isLegalDay(value);
  return {
    code: values.checked('code', isCodeOfService, 'service-code'),
    name: values.name(),
    enteredOn: values.checked('entered_on', isDay, 'not-a-day'),
    act: values.required('act'),
    bodyCode: values.required('body'),
  };
}

const sectionFrom = (values: RowValues): RegisterSectionFacts => ({
  code: values.checked('code', isCodeOfSection, 'section-code'),
  name: values.name(),
});

function isWebAddress(value: string): boolean {
  return URL.canParse(value) && ['http:', 'https:'].includes(new URL(value).protocol);
}
