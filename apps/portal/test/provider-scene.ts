import type { LightMyRequestResponse } from 'fastify';
import {
  type DemoPerson,
  type DemoProvider,
  type ProviderBrowser,
  startDemoProvider,
} from '../../../libs/identity/src/testing/index.js';
import { formTokenOf } from '../src/request/form-token.js';
import { cookieOf } from './form-post.js';
import { type PortalUnderTest, startPortal } from './portal-under-test.js';
import type { Session } from './scene.js';

export interface ProviderScene {
  readonly provider: DemoProvider;
  readonly portal: PortalUnderTest;
  stop(): Promise<void>;
}

/** A portal that knows its officials, and the senders who wish it, by the demo provider too. */
export async function startWithProvider(
  people: readonly DemoPerson[],
  env: Record<string, string> = {},
): Promise<ProviderScene> {
  const provider = await startDemoProvider(people);
  const { clientId, clientSecret } = provider.client;
  const portal = await startPortal({
    env: {
      TALQY_OIDC_ISSUER: provider.issuer,
      TALQY_OIDC_CLIENT_ID: clientId,
      TALQY_OIDC_CLIENT_SECRET: clientSecret,
      TALQY_OIDC_NAME: 'Кіру порталы',
      TALQY_OIDC_CITIZENS_ISSUER: provider.issuer,
      TALQY_OIDC_CITIZENS_CLIENT_ID: clientId,
      TALQY_OIDC_CITIZENS_CLIENT_SECRET: clientSecret,
      TALQY_OIDC_CITIZENS_NAME: 'eGov',
      ...env,
    },
  });
  const stop = async () => {
    await portal.stop();
    await provider.stop();
  };
  return { provider, portal, stop };
}

/** One person's browser: its cookies here, and those at the provider. */
export class Visitor {
  readonly atProvider: ProviderBrowser;
  cookies = new Map<string, string>();

  constructor(
    private readonly scene: ProviderScene,
    session?: Session,
  ) {
    this.atProvider = scene.provider.browser();
    const [name = '', value = ''] = session?.headers.cookie.split('=') ?? [];
    if (name) this.cookies.set(name, value);
  }

  get cookie(): string {
    return [...this.cookies].map((pair) => pair.join('=')).join('; ');
  }

  get session(): Session {
    const token = this.cookies.get('talqy_session') ?? '';
    const csrf = formTokenOf(token);
    return { headers: { cookie: this.cookie, 'x-csrf-token': csrf }, csrf };
  }

  async get(url: string): Promise<LightMyRequestResponse> {
    return this.kept(await this.scene.portal.get(url, { headers: { cookie: this.cookie } }));
  }

  async post(url: string, fields: Record<string, string> = {}): Promise<LightMyRequestResponse> {
    return this.kept(
      await this.scene.portal.send('POST', url, {
        headers: { cookie: this.cookie, 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams({ ...fields, csrf: this.session.csrf }).toString(),
      }),
    );
  }

  /** From a page of ours that leads to the provider, as this person of it, and back. */
  async through(
    url: string,
    sub: string,
    how: Parameters<ProviderBrowser['visit']>[2] = {},
  ): Promise<LightMyRequestResponse> {
    return this.get(await this.addressBack(url, sub, how));
  }

  /** The address the provider sends this browser back to. */
  async addressBack(url: string, sub: string, how: Parameters<ProviderBrowser['visit']>[2] = {}): Promise<string> {
    const led = await this.get(url);
    return pathOf(await this.atProvider.visit(new URL(String(led.headers.location)), sub, how));
  }

  private kept(answer: LightMyRequestResponse): LightMyRequestResponse {
    for (const text of [answer.headers['set-cookie'] ?? []].flat()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(text) ?? [];
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return answer;
  }
}

export const pathOf = ({ pathname, search }: URL): string => `${pathname}${search}`;
export const sessionCookieOf = (answer: LightMyRequestResponse): string => cookieOf(answer);
