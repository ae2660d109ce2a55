import { type Role, roles } from '#lib/kernel';

/** What a claim says, and what it means here. */
export interface ClaimMeaning<Meaning extends string = string> {
  readonly claim: string;
  readonly values: readonly (readonly [said: string, meant: Meaning])[];
}

/** How claims of the provider become rights here; what is left out stays as an administrator decided. */
export interface ClaimRules {
  readonly roles?: ClaimMeaning<Role>;
  /** Without values the claim is the code of the state body itself. */
  readonly body?: ClaimMeaning;
  /** `amr` or `acr`, and the value by which the provider says that it asked for a second factor. */
  readonly secondFactor: readonly (readonly [claim: string, value: string])[];
}

export type Claims = Readonly<Record<string, unknown>>;

/** What the claims of a person mean. */
export interface ProviderRights {
  /** Undefined when roles do not follow the claims; empty when the claims give none. */
  readonly roles?: readonly Role[];
  /** Undefined when the body does not follow the claims; null when the claims name none, or several. */
  readonly bodyCode?: string | null;
  readonly hasSecondFactor: boolean;
}

export function rightsByClaims(claims: Claims, rules: ClaimRules): ProviderRights {
  const saidRoles = rules.roles && textsOf(claims, rules.roles.claim);
  return {
    ...(rules.roles && saidRoles ? { roles: meantRoles(saidRoles, rules.roles.values) } : {}),
    ...(rules.body ? { bodyCode: bodyCodeOf(textsOf(claims, rules.body.claim), rules.body.values) } : {}),
    hasSecondFactor: rules.secondFactor.some(([claim, value]) => textsOf(claims, claim).includes(value)),
  };
}

function meantRoles(said: readonly string[], values: ClaimMeaning<Role>['values']): Role[] {
  return roles.filter((role) => values.some(([text, meant]) => meant === role && said.includes(text)));
}

function bodyCodeOf(said: readonly string[], values: ClaimMeaning['values']): string | null {
  const codes = values.length === 0 ? said : values.filter(([text]) => said.includes(text)).map(([, meant]) => meant);
  const [code, another] = new Set(codes);
  return code !== undefined && another === undefined ? code : null;
}

/** A claim is one text or a list of them; only a claim of the person itself counts. */
function textsOf(claims: Claims, name: string): string[] {
  const claim: unknown = Object.hasOwn(claims, name) ? claims[name] : undefined;
  return (Array.isArray(claim) ? claim : [claim]).filter((each): each is string => typeof each === 'string');
}

/** The name a provider gives a person; empty when it gives none that could stand in an account. */
export function nameByClaims(claims: Claims): string {
  const [name = ''] = textsOf(claims, 'name');
  return name.normalize('NFC').trim();
}
