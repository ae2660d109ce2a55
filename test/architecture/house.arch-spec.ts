import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { copyProject, projectFolder } from './project-copy.js';

function houseFaults(folder: string): string[] {
  const tool = join(projectFolder, 'tools/arch/house.mjs');
  const { stderr, status } = spawnSync(process.execPath, [tool, folder], { encoding: 'utf8' });
  const faults = stderr.split('\n').filter(Boolean);
  expect(status).toBe(faults.length > 0 ? 1 : 0);
  return faults;
}

const longFile = 'export const line = 1;\n'.repeat(251);

/** file, its text, the fault it must bring. */
const faults: [path: string, text: string, fault: RegExp][] = [
  ['libs/jobs/src/planted-long.ts', longFile, /: 251 lines, 250 at most/],
  ['libs/jobs/src/utils.ts', '', /"utils\.ts" is a drawer/],
  ['libs/jobs/src/date-helpers.ts', '', /"date-helpers\.ts" is a drawer/],
  ['apps/portal/src/shared/planted.ts', '', /"shared" is a drawer/],
  [
    'libs/jobs/src/planted-environment.ts',
    'export const home = process.env.HOME;',
    /process\.env is read in libs\/settings alone/,
  ],
  ['libs/jobs/src/planted-fetch.ts', "await fetch('https://t.kz');", /asks another server by itself/],
  ['libs/jobs/src/domain/planted-now.ts', 'export const now = new Date();', /asks the machine for the time/],
  ['libs/jobs/src/use-cases/planted-now.ts', 'export const now = Date.now();', /asks the machine for the time/],
  ['libs/bare/planted.md', '', /libs\/bare: no src\/index\.ts/],
  ['libs/wordy/README.md', 'line\n'.repeat(16), /libs\/wordy\/README\.md: 16 lines, 15 at most/],
  ['apps/lonely/src/main.ts', '', /apps\/lonely: not listed in nest-cli\.json/],
];

/** What looks alike and is right. */
const lawful: [path: string, text: string][] = [
  ['libs/jobs/src/planted-whole.ts', longFile.slice(0, longFile.lastIndexOf('export'))],
  ['libs/settings/src/planted-environment.ts', 'export const home = process.env.HOME;'],
  ['libs/jobs/src/domain/planted-given.ts', '// never Date.now() here\nexport const day = new Date(0);'],
  ['libs/jobs/src/domain/planted-now.spec.ts', 'export const now = Date.now();'],
  ['libs/jobs/src/planted-now.ts', 'export const now = Date.now();'],
  ['libs/jobs/src/planted-prefetch.ts', 'export const row = queue.fetch(1) ?? prefetch(1);'],
  ['libs/jobs/src/planted-commonwealth.ts', 'export const commonwealth = 1;'],
  ['tools/quality/node_modules/planted/utils.js', longFile],
];

describe('house rules', () => {
  const copy = copyProject();
  let found: string[] = [];

  beforeAll(() => {
    for (const [path, text] of [...faults, ...lawful]) copy.plant(path, text);
    found = houseFaults(copy.folder);
  });
  afterAll(() => copy.remove());

  it('hold in the whole tree', () => {
    expect(houseFaults(projectFolder)).toEqual([]);
  });

  it.each(faults)('refuse %s', (path, _text, fault) => {
    const [top, name] = path.split('/');
    const about = found.filter((line) => line.startsWith(`${path}:`) || line.startsWith(`${top}/${name}:`));
    expect(about).toContainEqual(expect.stringMatching(fault));
  });

  it.each(lawful)('allow %s', (path) => {
    expect(found.filter((line) => line.startsWith(`${path}:`))).toEqual([]);
  });
});
