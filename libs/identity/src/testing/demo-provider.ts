import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export interface DemoPerson {
  readonly sub: string;
  readonly name?: string;
  readonly groups?: readonly string[];
  readonly department?: string;
}

export interface DemoProvider {
  readonly issuer: string;
  readonly client: { readonly clientId: string; readonly clientSecret: string };
  /** A browser of its own, which remembers who it signed in as. */
  browser(): ProviderBrowser;
  stop(): Promise<void>;
}

const client = { clientId: 'talqy', clientSecret: 'a secret of the demo provider' } as const;
const tool = (path: string) => new URL(`../../../../tools/${path}`, import.meta.url);
/** It ends with the process of the tests, however that ends. */
const started = ['--import', tool('start/end-with-parent.mjs').href, fileURLToPath(tool('demo-provider/main.mjs'))];

/** The provider of `npm start`, as a process of its own. @param returnAddresses where it may send people back to */
export async function startDemoProvider(
  people: readonly DemoPerson[],
  returnAddresses: readonly string[] = ['http://localhost/sign-in/provider/return', 'http://localhost/sender/return'],
): Promise<DemoProvider> {
  const child = spawn(process.execPath, started, { stdio: ['pipe', 'pipe', 'ignore', 'ipc'] });
  const { stdin, stdout } = child;
  if (!stdin || !stdout) throw new Error('the demo provider has no pipes');
  const leftAddresses = ['http://localhost/sign-out/return'];
  stdin.end(JSON.stringify({ ...client, returnAddresses, leftAddresses, people }));
  const [line] = (await once(stdout, 'data')) as [Buffer];
  const { issuer } = JSON.parse(line.toString()) as { issuer: string };
  return {
    issuer,
    client,
    browser: () => new ProviderBrowser(issuer),
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** As much of a browser as the provider's pages need: cookies, and one form. */
export class ProviderBrowser {
  private readonly cookies = new Map<string, string>();

  constructor(private readonly issuer: string) {}

  /**
   * Goes where the product sent it, chooses a person if it is asked to, and comes back.
   * @returns the address the provider sends it back to
   */
  async visit(address: URL, sub: string, { hasFactor = false, refuses = false } = {}): Promise<URL> {
    let next = address;
    for (let step = 0; step < 9; step += 1) {
      if (next.origin !== this.issuer) return next;
      const form = new URLSearchParams(refuses ? { refuse: '1' } : { sub, ...(hasFactor ? { factor: 'mfa' } : {}) });
      const isChoice = next.pathname.startsWith('/choice/');
      const answer = await this.ask(next, isChoice ? { method: 'POST', body: form } : {});
      next = new URL(answer.headers.get('location') ?? (await this.leave(answer)), next);
    }
    throw new Error('the provider leads in a circle');
  }

  /** Whether the provider lets in without asking who is there. */
  async isKnown(address: URL): Promise<boolean> {
    const answer = await this.ask(address);
    return !(answer.headers.get('location') ?? '').includes('/choice/');
  }

  /** Confirms on the provider's page that the person leaves. @returns the address it sends them back to */
  async signOut(address: URL): Promise<URL> {
    return new URL(await this.leave(await this.ask(address)));
  }

  /** Somebody else than before: the provider's page signs the other out first, by a form that its script sends. */
  private async leave(answer: Response): Promise<string> {
    const page = await answer.text();
    const [, action = ''] = /<form [^>]*method="post" action="([^"]*\/session\/end\/confirm)"/.exec(page) ?? [];
    const [, xsrf = ''] = /name="xsrf" value="([^"]*)"/.exec(page) ?? [];
    if (action === '') throw new Error(`the provider answered ${answer.status}: ${page}`);
    const left = await this.ask(new URL(action), {
      method: 'POST',
      body: new URLSearchParams({ xsrf, logout: 'yes' }),
    });
    return left.headers.get('location') ?? '';
  }

  private async ask(url: URL, options: RequestInit = {}): Promise<Response> {
    const cookie = [...this.cookies].map((pair) => pair.join('=')).join('; ');
    const answer = await fetch(url, { ...options, redirect: 'manual', headers: { cookie } });
    for (const text of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(text) ?? [];
      this.cookies.set(name, value);
    }
    return answer;
  }
}
