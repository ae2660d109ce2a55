import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase, testKeyFile } from '#lib/testing';
import { talqy } from '../src/command-line/talqy.js';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface CommandBench {
  readonly database: TestDatabase;
  readonly home: string;
  /** The environment its commands see. */
  readonly env: Readonly<Record<string, string>>;
  run(...line: string[]): Promise<Ran>;
  /** With other settings than those of the bench. */
  runWith(env: Readonly<Record<string, string | undefined>>, ...line: string[]): Promise<Ran>;
  stop(): Promise<void>;
}

/** Command lines over a database of their own, in this process. */
export async function startCommandBench(): Promise<CommandBench> {
  const database = await createTestDatabase();
  const home = mkdtempSync(join(tmpdir(), 'talqy-cli-'));
  const usual = {
    DATABASE_URL: database.url,
    TALQY_SECRET: 's'.repeat(40),
    TALQY_KEYS: testKeyFile(),
    TALQY_HOME: home,
    NODE_ENV: 'test',
    INTAKE_PROBE: 'off',
  };
  const runWith: CommandBench['runWith'] = async (env, ...line) => {
    const out: string[] = [];
    const err: string[] = [];
    const terminal = { line: (text: string) => void out.push(text), fault: (text: string) => void err.push(text) };
    const code = await talqy(line, { env: { ...usual, ...env }, terminal });
    return { code, out: out.join('\n'), err: err.join('\n') };
  };
  return {
    database,
    home,
    env: usual,
    run: (...line) => runWith({}, ...line),
    runWith,
    stop: async () => {
      rmSync(home, { recursive: true, force: true });
      await database.drop();
    },
  };
}
