import { isConfidentialAddress } from '#lib/kernel';
import { isAtLeast } from './checks.js';
import { isDevelopmentIssuer, isIssuer } from './issuer.js';
import { LEFT_PATH } from './left-path.js';
import { optional, Variable } from './variable.js';

/** Who may confirm the senders of remarks, if they wish (OpenID Connect; docs/security/identity.md). */
export class SendersProviderVariables {
  /** As the provider names itself, to the letter. Without it senders are named, not confirmed. */
  @Variable(
    'TALQY_OIDC_CITIZENS_ISSUER',
    optional({ check: isIssuer, must: 'an https:// address, or http:// on this host for development' }),
  )
  readonly oidcCitizensIssuer: string | undefined = undefined;

  @Variable(
    'TALQY_OIDC_CITIZENS_CLIENT_ID',
    optional({ check: isAtLeast(1), must: 'the name the provider registered this installation by' }),
  )
  readonly oidcCitizensClientId: string | undefined = undefined;

  @Variable(
    'TALQY_OIDC_CITIZENS_CLIENT_SECRET',
    optional({ check: isAtLeast(16), must: 'a secret of at least 16 characters' }),
  )
  readonly oidcCitizensClientSecret: string | undefined = undefined;

  /** In the form and beside the remark. Default: the host of the issuer. */
  @Variable('TALQY_OIDC_CITIZENS_NAME', optional({ check: isAtLeast(1), must: 'a name' }))
  readonly oidcCitizensName: string | undefined = undefined;
}

/** A provider that confirms senders, as `#lib/identity` takes it. */
export interface NamedSendersProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly returnAddress: string;
  readonly leftAddress: string;
  readonly isDevelopment: boolean;
  readonly name: string;
}

/** The path at which the provider of senders sends people back; it is registered there after PUBLIC_URL. */
export const SENDER_RETURN_PATH = '/sender/return';

type Given = SendersProviderVariables & { readonly publicUrl: string };

export function sendersProviderOf(settings: Given): NamedSendersProvider | undefined {
  const {
    oidcCitizensIssuer: issuer,
    oidcCitizensClientId: clientId,
    oidcCitizensClientSecret: clientSecret,
  } = settings;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return undefined;
  return {
    issuer,
    clientId,
    clientSecret,
    returnAddress: new URL(`${settings.publicUrl}${SENDER_RETURN_PATH}`).href,
    leftAddress: new URL(`${settings.publicUrl}${LEFT_PATH}`).href,
    isDevelopment: isDevelopmentIssuer(issuer),
    name: settings.oidcCitizensName ?? new URL(issuer).hostname,
  };
}

/** What is wrong with the variables together; none = nothing. */
export function sendersProviderFaults(settings: Given & { readonly nodeEnv: string }): string[] {
  const { oidcCitizensIssuer: issuer } = settings;
  const others = {
    TALQY_OIDC_CITIZENS_CLIENT_ID: settings.oidcCitizensClientId,
    TALQY_OIDC_CITIZENS_CLIENT_SECRET: settings.oidcCitizensClientSecret,
  };
  if (issuer === undefined) {
    const all = { ...others, TALQY_OIDC_CITIZENS_NAME: settings.oidcCitizensName };
    const lone = Object.entries(all).find(([, value]) => value !== undefined);
    return lone ? [`TALQY_OIDC_CITIZENS_ISSUER is not set; ${lone[0]} needs it`] : [];
  }
  const faults = Object.entries(others)
    .filter(([, value]) => value === undefined)
    .map(([name]) => `${name} is not set; TALQY_OIDC_CITIZENS_ISSUER needs it`);
  if (settings.nodeEnv === 'production' && isDevelopmentIssuer(issuer))
    faults.push(
      'TALQY_OIDC_CITIZENS_ISSUER must be an https:// address in production: the development provider lets anybody in',
    );
  if (!isConfidentialAddress(settings.publicUrl))
    faults.push(
      'PUBLIC_URL must be an https:// address, or http:// on this host, when TALQY_OIDC_CITIZENS_ISSUER is set',
    );
  return faults;
}
