import { isWritableText, type Language, type Multilingual } from '#lib/kernel';
import type { ProfileFamily } from '#lib/time-limits';
import { isSameName } from './same-name.js';

/** NEW_STANDARD and AMENDMENT go by the Rules of standards; OTHER_DRAFT by any profile. */
export const procedureKinds = ['NEW_STANDARD', 'AMENDMENT', 'OTHER_DRAFT'] as const;
export type ProcedureKind = (typeof procedureKinds)[number];

export interface NewProcedure {
  readonly kind: ProcedureKind;
  readonly title: Multilingual;
  readonly profileFamily: ProfileFamily;
  /** The languages the profile wants a draft in, together (AMB-28). */
  readonly languages: readonly Language[];
  readonly developer: { readonly id: string; readonly mayDevelopStandards: boolean };
  /** The register entry, when one is named. */
  readonly service?: { readonly bodyId: string; readonly name: Multilingual };
}

export type ProcedureRefusalName =
  | 'kind-unknown'
  | 'profile-unknown'
  | 'developer-unknown'
  | 'no-register-entry'
  | 'name-differs'
  | 'title-missing'
  | 'title-not-text'
  | 'developer-not-central'
  | 'developer-not-competent'
  | 'profile-not-of-standards';

export interface ProcedureRefusal {
  readonly refusal: ProcedureRefusalName;
  /** The clause that asks for it. */
  readonly clause: string;
  readonly language?: Language;
}

/** A new standard is called as its service in the register (R10.I.1): where no title was typed, it is that name. */
export function titleOf(
  kind: ProcedureKind,
  typed: Multilingual,
  service: { readonly name: Multilingual } | undefined,
): Multilingual {
  if (kind !== 'NEW_STANDARD' || !service) return typed;
  const { name } = service;
  const en = typed.en || name.en;
  return { kk: typed.kk || name.kk, ru: typed.ru || name.ru, ...(en ? { en } : {}) };
}

const familiesOfStandards: readonly ProfileFamily[] = ['kz-126', 'kz-126-by-decision', 'kz-services-art-15'];

/** Every reason why the procedure may not begin (R4, R5, R10.I, REQ-01, REQ-11, REQ-12); none = it may. */
export function procedureRefusals(wanted: NewProcedure): ProcedureRefusal[] {
  const untitled = wanted.languages
    .filter((language) => !/\p{L}/u.test(wanted.title[language] ?? ''))
    .map((language): ProcedureRefusal => ({ refusal: 'title-missing', clause: 'AMB-28', language }));
  const refusals = [...untitled, ...unwritableTitles(wanted)];
  if (wanted.kind === 'OTHER_DRAFT') return refusals;
  if (!familiesOfStandards.includes(wanted.profileFamily))
    refusals.push({ refusal: 'profile-not-of-standards', clause: 'R1' });
  if (!wanted.developer.mayDevelopStandards) refusals.push({ refusal: 'developer-not-central', clause: 'R10.I.2' });
  if (wanted.service && wanted.service.bodyId !== wanted.developer.id)
    refusals.push({ refusal: 'developer-not-competent', clause: 'R10.I.2' });
  return wanted.kind === 'NEW_STANDARD' ? [...refusals, ...nameRefusals(wanted)] : refusals;
}

const unwritableTitles = ({ title }: NewProcedure): ProcedureRefusal[] =>
  (['kk', 'ru', 'en'] as const)
    .filter((language) => !isWritableText(title[language] ?? ''))
    .map((language) => ({ refusal: 'title-not-text', clause: 'R10.I.1', language }));

function nameRefusals({ service, title }: NewProcedure): ProcedureRefusal[] {
  if (!service) return [{ refusal: 'no-register-entry', clause: 'R5' }];
  return (['kk', 'ru'] as const)
    .filter((language) => !isSameName(title[language], service.name[language]))
    .map((language) => ({ refusal: 'name-differs', clause: 'R10.I.1', language }));
}
