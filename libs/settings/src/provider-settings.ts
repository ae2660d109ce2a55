import { isConfidentialAddress, type Role, roles } from '#lib/kernel';
import { isAtLeast } from './checks.js';
import { isDevelopmentIssuer, isIssuer } from './issuer.js';
import { LEFT_PATH } from './left-path.js';
import { SendersProviderVariables } from './senders-provider-settings.js';
import { list, optional, Variable } from './variable.js';

const claimName = optional({ check: isAtLeast(1), must: 'the name of a claim' });
const pairs = (are: string, isRight: (meant: string) => boolean = () => true) => ({
  check: (value: unknown) => Array.isArray(value) && value.every((each) => isPair(each, isRight)),
  must: `${are}, separated by commas`,
});

/** What the identity provider of officials is called and means here (OpenID Connect; docs/security/identity.md). */
export class ProviderVariables extends SendersProviderVariables {
  /** As the provider names itself, to the letter. Without it officials sign in here alone. */
  @Variable(
    'TALQY_OIDC_ISSUER',
    optional({ check: isIssuer, must: 'an https:// address, or http:// on this host for development' }),
  )
  readonly oidcIssuer: string | undefined = undefined;

  @Variable(
    'TALQY_OIDC_CLIENT_ID',
    optional({ check: isAtLeast(1), must: 'the name the provider registered this installation by' }),
  )
  readonly oidcClientId: string | undefined = undefined;

  @Variable('TALQY_OIDC_CLIENT_SECRET', optional({ check: isAtLeast(16), must: 'a secret of at least 16 characters' }))
  readonly oidcClientSecret: string | undefined = undefined;

  /** On the button. Default: the host of the issuer. */
  @Variable('TALQY_OIDC_NAME', optional({ check: isAtLeast(1), must: 'a name' }))
  readonly oidcName: string | undefined = undefined;

  /** Of this claim the roles are read at each sign-in. Without it an administrator gives them. */
  @Variable('TALQY_OIDC_ROLES_CLAIM', claimName)
  readonly oidcRolesClaim: string | undefined = undefined;

  @Variable('TALQY_OIDC_ROLES', pairs(`pairs value=role, of the roles ${roles.join(', ')}`, isRole), list)
  readonly oidcRoles: readonly string[] = [];

  /** Of this claim the state body is read at each sign-in. Without it an administrator gives it. */
  @Variable('TALQY_OIDC_BODY_CLAIM', claimName)
  readonly oidcBodyClaim: string | undefined = undefined;

  /** Without them the claim is the code of the body. */
  @Variable('TALQY_OIDC_BODIES', pairs('pairs value=code of a state body'), list)
  readonly oidcBodies: readonly string[] = [];

  /** How the provider says that it asked for a second factor; ours is then not asked for. */
  @Variable('TALQY_OIDC_SECOND_FACTOR', { ...pairs('amr=value or acr=value'), check: areAssertions }, list)
  readonly oidcSecondFactor: readonly string[] = [];
}

/** A provider named in the settings, as `#lib/identity` takes it. */
export interface NamedProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly returnAddress: string;
  readonly leftAddress: string;
  readonly isDevelopment: boolean;
  readonly name: string;
  readonly rules: {
    readonly roles?: { readonly claim: string; readonly values: readonly (readonly [string, Role])[] };
    readonly body?: { readonly claim: string; readonly values: readonly (readonly [string, string])[] };
    readonly secondFactor: readonly (readonly [string, string])[];
  };
}

/** The path at which a provider sends officials back; it is registered there after PUBLIC_URL. */
export const RETURN_PATH = '/sign-in/provider/return';

export function providerOf(settings: ProviderVariables & { readonly publicUrl: string }): NamedProvider | undefined {
  const { oidcIssuer: issuer, oidcClientId: clientId, oidcClientSecret: clientSecret } = settings;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return undefined;
  const { oidcRolesClaim, oidcBodyClaim } = settings;
  return {
    issuer,
    clientId,
    clientSecret,
    returnAddress: new URL(`${settings.publicUrl}${RETURN_PATH}`).href,
    leftAddress: new URL(`${settings.publicUrl}${LEFT_PATH}`).href,
    isDevelopment: isDevelopmentIssuer(issuer),
    name: settings.oidcName ?? new URL(issuer).hostname,
    rules: {
      ...(oidcRolesClaim === undefined
        ? {}
        : { roles: { claim: oidcRolesClaim, values: settings.oidcRoles.map(pairOf).filter(hasRole) } }),
      ...(oidcBodyClaim === undefined
        ? {}
        : { body: { claim: oidcBodyClaim, values: settings.oidcBodies.map(pairOf) } }),
      secondFactor: settings.oidcSecondFactor.map((text) => split(text, text.indexOf('='))),
    },
  };
}

/** What is wrong with the variables together; none = nothing. */
export function providerFaults(
  settings: ProviderVariables & { readonly publicUrl: string; readonly nodeEnv: string },
): string[] {
  const { oidcIssuer: issuer } = settings;
  if (issuer === undefined) {
    const lone = Object.entries(variables).find(([property]) => isGiven(Reflect.get(settings, property)));
    return lone ? [`TALQY_OIDC_ISSUER is not set; ${lone[1]} needs it`] : [];
  }
  const faults = (['oidcClientId', 'oidcClientSecret'] as const)
    .filter((property) => settings[property] === undefined)
    .map((property) => `${variables[property]} is not set; TALQY_OIDC_ISSUER needs it`);
  if ((settings.oidcRolesClaim === undefined) !== (settings.oidcRoles.length === 0))
    faults.push('TALQY_OIDC_ROLES_CLAIM and TALQY_OIDC_ROLES must be set together');
  if (settings.oidcBodyClaim === undefined && settings.oidcBodies.length > 0)
    faults.push('TALQY_OIDC_BODY_CLAIM is not set; TALQY_OIDC_BODIES needs it');
  if (settings.nodeEnv === 'production' && isDevelopmentIssuer(issuer))
    faults.push(
      'TALQY_OIDC_ISSUER must be an https:// address in production: the development provider lets anybody in',
    );
  if (!isConfidentialAddress(settings.publicUrl))
    faults.push('PUBLIC_URL must be an https:// address, or http:// on this host, when TALQY_OIDC_ISSUER is set');
  return faults;
}

const variables = {
  oidcClientId: 'TALQY_OIDC_CLIENT_ID',
  oidcClientSecret: 'TALQY_OIDC_CLIENT_SECRET',
  oidcName: 'TALQY_OIDC_NAME',
  oidcRolesClaim: 'TALQY_OIDC_ROLES_CLAIM',
  oidcRoles: 'TALQY_OIDC_ROLES',
  oidcBodyClaim: 'TALQY_OIDC_BODY_CLAIM',
  oidcBodies: 'TALQY_OIDC_BODIES',
  oidcSecondFactor: 'TALQY_OIDC_SECOND_FACTOR',
} as const;

const isGiven = (value: unknown): boolean => (Array.isArray(value) ? value.length > 0 : value !== undefined);

function isRole(text: string): text is Role {
  return (roles as readonly string[]).includes(text);
}

const hasRole = (pair: readonly [string, string]): pair is readonly [string, Role] => isRole(pair[1]);

/** The value of a claim may itself hold "=": what it means comes after the last. */
const pairOf = (text: string): readonly [string, string] => split(text, text.lastIndexOf('='));
const split = (text: string, at: number): readonly [string, string] => [
  text.slice(0, at).trim(),
  text.slice(at + 1).trim(),
];

function isPair(value: unknown, isRight: (meant: string) => boolean): boolean {
  if (typeof value !== 'string' || !value.includes('=')) return false;
  const [said, meant] = pairOf(value);
  return said !== '' && meant !== '' && isRight(meant);
}

function areAssertions(value: unknown): boolean {
  return Array.isArray(value) && value.every((each) => /^(amr|acr)=\S/.test(String(each)));
}
