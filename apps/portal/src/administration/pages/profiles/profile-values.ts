import { isLegalDay, type Language, languages, type LegalDay } from '#lib/kernel';
import { type NewProfile, type ProfileFault, type ProfileRules, rulesOf } from '#lib/procedure-profiles';
import {
  channels,
  type IdentityLevel,
  type LatePolicy,
  type PostalRule,
  type ProcedureProfile,
  type TermUnit,
  type Titles,
} from '#lib/time-limits';
import { Form } from '../../../pages-kit/form.js';
import { typedDay } from '../../../pages-kit/typed-day.js';

type Values = Readonly<Record<string, string | readonly string[]>>;

export const secondOfficerActs = ['entries', 'hiding', 'redaction', 'decisions'] as const;

/** A version of the family of the base, or a family of its own. */
export const profileKinds = ['version', 'own'] as const;

const said = (is: boolean): string => (is ? 'yes' : 'no');

const titleValues = (field: string, titles: Titles): [string, string][] =>
  languages.map((language) => [`${field}.${language}`, titles[language]]);

/** The form as the base fills it; fields are called as the faults of the lib call them. */
export function valuesOf(base: ProcedureProfile): Values {
  const rules = rulesOf(base);
  const { term, closing, outage, decisions, moderation, secondOfficer, act } = rules;
  return {
    kind: 'version',
    ...Object.fromEntries(titleValues('title', rules.title)),
    'term.unit': term.unit,
    'term.length': String(term.length),
    'term.minimumLength': String(term.minimumLength),
    'closing.hour': closing.hour,
    'closing.zone': closing.zone,
    ...Object.fromEntries(titleValues('closing.zoneTitle', closing.zoneTitle)),
    latePolicy: rules.latePolicy,
    postalRule: rules.postalRule,
    identity: rules.identity,
    considersAnonymous: said(rules.considersAnonymous),
    draftLanguages: rules.draftLanguages,
    'channels.mandatory': rules.channels.mandatory,
    'channels.optional': rules.channels.optional,
    'outage.totalMinutes': String(outage.totalMinutes),
    'outage.lastHours': String(outage.lastHours),
    'decisions.minimumGroundLength': String(decisions.minimumGroundLength),
    'decisions.sameGroundLimit': String(decisions.sameGroundLimit),
    secondOfficer: secondOfficerActs.filter((each) => secondOfficer[each]),
    'moderation.publication': moderation.publication,
    'moderation.waitsHours': String(moderation.waitsHours),
    'retention.senderMonths': String(rules.retention.senderMonths),
    ...Object.fromEntries(titleValues('act.title', act.title)),
    'act.clauses': act.clauses.join(', '),
    'act.isConfirmed': said(act.isConfirmed),
    keepsActs: said(rules.keepsActs),
  };
}

const typedNumber = (form: Form, field: string): number =>
  /^\d{1,9}$/.test(form.text(field)) ? Number(form.text(field)) : Number.NaN;

const typedTitles = (form: Form, field: string): Titles => {
  const of = (language: Language) => form.text(`${field}.${language}`).normalize('NFC');
  return { kk: of('kk'), ru: of('ru'), en: of('en') };
};

/** What is no day is told so. */
function typedFirstDay(form: Form): LegalDay {
  const day = typedDay(form.text('validFrom'));
  return isLegalDay(day) ? day : ('' as LegalDay);
}

/** What was typed, whether it is right or not: the lib tells what is wrong with it, and `ownFaults` what cannot be seen in it. */
export function newProfileOf(form: Form, base: ProcedureProfile): NewProfile {
  return {
    id: form.text('id'),
    family: form.text('kind') === 'own' ? form.text('family') : base.family,
    basedOn: base.id,
    validFrom: typedFirstDay(form),
    rules: { ...intakeOf(form), ...considerationOf(form) },
  };
}

/** What only the form knows: whether it was said at all, and a family of its own that is called as that of the base. */
export function ownFaults(form: Form, base: ProcedureProfile): ProfileFault[] {
  const kind = form.oneOf('kind', profileKinds);
  const unsaid = ['considersAnonymous', 'act.isConfirmed', 'keepsActs'].filter(
    (field) => !form.oneOf(field, ['yes', 'no']),
  );
  return [
    ...(kind === undefined ? ['kind', ...unsaid] : unsaid).map((field) => ({ field, fault: 'missing' as const })),
    ...(kind === 'own' && form.text('family') === base.family ? [{ field: 'family', fault: 'taken' as const }] : []),
  ];
}

type Intake = Omit<ProfileRules, keyof ReturnType<typeof considerationOf>>;

const intakeOf = (form: Form): Intake => ({
  title: typedTitles(form, 'title'),
  term: {
    unit: form.text('term.unit') as TermUnit,
    length: typedNumber(form, 'term.length'),
    minimumLength: typedNumber(form, 'term.minimumLength'),
  },
  closing: {
    hour: form.text('closing.hour'),
    zone: form.text('closing.zone'),
    zoneTitle: typedTitles(form, 'closing.zoneTitle'),
  },
  latePolicy: form.text('latePolicy') as LatePolicy,
  postalRule: form.text('postalRule') as PostalRule,
  identity: form.text('identity') as IdentityLevel,
  considersAnonymous: form.text('considersAnonymous') === 'yes',
  draftLanguages: listed(form, 'draftLanguages', languages),
  channels: {
    mandatory: listed(form, 'channels.mandatory', channels),
    optional: listed(form, 'channels.optional', channels),
  },
  outage: { totalMinutes: typedNumber(form, 'outage.totalMinutes'), lastHours: typedNumber(form, 'outage.lastHours') },
});

const considerationOf = (form: Form) => ({
  decisions: {
    minimumGroundLength: typedNumber(form, 'decisions.minimumGroundLength'),
    sameGroundLimit: typedNumber(form, 'decisions.sameGroundLimit'),
  },
  secondOfficer: {
    entries: form.list('secondOfficer').includes('entries'),
    hiding: form.list('secondOfficer').includes('hiding'),
    redaction: form.list('secondOfficer').includes('redaction'),
    decisions: form.list('secondOfficer').includes('decisions'),
  },
  moderation: {
    publication: form.text('moderation.publication') as ProcedureProfile['moderation']['publication'],
    waitsHours: typedNumber(form, 'moderation.waitsHours'),
  },
  retention: { senderMonths: typedNumber(form, 'retention.senderMonths') },
  act: {
    title: typedTitles(form, 'act.title'),
    clauses: form
      .text('act.clauses')
      .normalize('NFC')
      .split(',')
      .map((clause) => clause.trim())
      .filter((clause) => clause !== ''),
    isConfirmed: form.text('act.isConfirmed') === 'yes',
  },
  keepsActs: form.text('keepsActs') === 'yes',
});

/** Those of the list in its order, each once, then what is none of it, for the check to name. */
function listed<Value extends string>(form: Form, field: string, all: readonly Value[]): Value[] {
  const typed = form.list(field) as Value[];
  return [...all.filter((each) => typed.includes(each)), ...typed.filter((each) => !all.includes(each))];
}
