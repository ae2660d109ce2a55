import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  calculatePKCECodeChallenge,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  clockTolerance,
  type Configuration,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
} from 'openid-client';
import type { Claims } from '../domain/provider-claims.js';
import { guardedFetch } from './guarded-fetch.js';
import { ProviderRefused, ProviderUnavailable } from './provider-refusals.js';
import type { VisitSecrets } from './visit-secrets.js';

export interface ProviderSettings {
  /** As the provider's tokens name it. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where the provider sends people back to, as it is registered there. */
  readonly returnAddress: string;
  /** Where it sends those back to who signed out there, as it is registered there. */
  readonly leftAddress: string;
  /** It runs on this host, over http, for development alone. */
  readonly isDevelopment: boolean;
}

/** Who a provider says is there. */
export interface KnownPerson {
  readonly issuer: string;
  readonly subject: string;
  /** Of the signed token and of the provider's answer about the person. */
  readonly claims: Claims;
  /** Seconds since 1970 when the person last proved who they are; undefined when the provider does not say. */
  readonly provedAt?: number;
}

/** Seconds by which the provider's clock may differ from ours. */
export const CLOCK_TOLERANCE = 30;
/** Keys and addresses of a provider change seldom; after this long they are asked for again. */
const KEPT_FOR = 3_600_000;

/** One provider, by OpenID Connect: code flow with PKCE, state and nonce; the token's signature is always checked. */
export class OpenIdProvider {
  private found: { readonly configuration: Promise<Configuration>; readonly until: number } | undefined;

  constructor(private readonly settings: ProviderSettings) {}

  get issuer(): string {
    return this.settings.issuer;
  }

  /**
   * Where to send a person.
   * @param isAnew whether they must prove who they are even if the provider knows
   * @throws ProviderUnavailable
   */
  async address({ state, nonce, verifier }: VisitSecrets, isAnew = false): Promise<URL> {
    return buildAuthorizationUrl(await this.configuration(), {
      redirect_uri: this.settings.returnAddress,
      scope: 'openid profile email',
      code_challenge: await calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
      ...(isAnew ? { prompt: 'login', max_age: '0' } : {}),
    });
  }

  /**
   * Who came back.
   * @param query of the address the provider sent the person to
   * @throws ProviderRefused, ProviderUnavailable
   */
  async person(query: URLSearchParams, { state, nonce, verifier }: VisitSecrets): Promise<KnownPerson> {
    const configuration = await this.configuration();
    const url = new URL(this.settings.returnAddress);
    url.search = query.toString();
    try {
      const expected = {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      };
      const tokens = await authorizationCodeGrant(configuration, url, expected);
      const claims = tokens.claims();
      if (!claims) throw new ProviderRefused('refused');
      const hasMore = configuration.serverMetadata().userinfo_endpoint !== undefined;
      const more = hasMore ? await fetchUserInfo(configuration, tokens.access_token, claims.sub) : {};
      const { iss: issuer, sub: subject, auth_time: provedAt } = claims;
      return { issuer, subject, claims: { ...more, ...claims }, ...(provedAt === undefined ? {} : { provedAt }) };
    } catch (error) {
      throw refusalOf(error);
    }
  }

  /**
   * Where a person ends the session that the provider has with them (OpenID Connect RP-Initiated Logout 1.0). No token of theirs is kept to
   * say who it is: it asks them itself.
   * @param state comes back with the person
   * @returns undefined for a provider that offers none @throws ProviderUnavailable
   */
  async leaveAddress(state: string): Promise<URL | undefined> {
    const configuration = await this.configuration();
    if (configuration.serverMetadata().end_session_endpoint === undefined) return undefined;
    try {
      return buildEndSessionUrl(configuration, { post_logout_redirect_uri: this.settings.leftAddress, state });
    } catch (error) {
      // An address that is none, or not over https.
      throw new ProviderUnavailable(error);
    }
  }

  // One answer of a provider that was away is not kept.
  private async configuration(): Promise<Configuration> {
    const now = performance.now();
    if (!this.found || this.found.until < now) {
      this.found = { configuration: this.discovered(), until: now + KEPT_FOR };
    }
    try {
      return await this.found.configuration;
    } catch (error) {
      this.found = undefined;
      throw new ProviderUnavailable(error);
    }
  }

  private async discovered(): Promise<Configuration> {
    const { issuer, clientId, clientSecret, isDevelopment } = this.settings;
    const metadata = { [clockTolerance]: CLOCK_TOLERANCE };
    const found = await discovery(new URL(issuer), clientId, metadata, authenticated(clientSecret), {
      [customFetch]: guardedFetch(isDevelopment),
      // Without these checks the token's signature is taken on trust, since it came over TLS.
      execute: [enableNonRepudiationChecks, ...(isDevelopment ? [allowInsecureRequests] : [])],
      timeout: 10,
    });
    const named = found.serverMetadata().issuer;
    if (named !== issuer) throw new Error(`the provider names itself ${named}, the settings ${issuer}`);
    return found;
  }
}

/** As the provider wishes it; by the standard's default where it says nothing. */
function authenticated(secret: string): ClientAuth {
  const [basic, post] = [ClientSecretBasic(secret), ClientSecretPost(secret)];
  return (server, ...more) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    return (methods.includes('client_secret_basic') ? basic : post)(server, ...more);
  };
}

function refusalOf(error: unknown): Error {
  if (error instanceof ProviderRefused || error instanceof ProviderUnavailable) return error;
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof ProviderUnavailable ? cause : new ProviderRefused('refused', { cause: error });
}
