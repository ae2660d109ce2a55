import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { copyProject, projectFolder } from './project-copy.js';

interface Violation {
  readonly from: string;
  readonly to: string;
  readonly rule: { readonly name: string };
}

const ruleFile = join(projectFolder, 'tools/arch/dependency-cruiser.mjs');
const rules: { default: { forbidden: { name: string; comment: string }[] } } = await import(ruleFile);
const { layers }: { layers: string[] } = await import(join(projectFolder, 'tools/arch/layers.mjs'));
const hasLib = (lib: string) => existsSync(join(projectFolder, 'libs', lib));
const built = layers.filter(hasLib);

function violations(folder: string): Violation[] {
  const depcruise = join(projectFolder, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [depcruise, '--config', ruleFile, '--output-type', 'json', 'apps', 'libs'];
  const { stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 100_000_000,
  });
  if (!stdout) throw new Error(stderr);
  const { summary }: { summary: { violations: Violation[] } } = JSON.parse(stdout);
  return summary.violations;
}

/** rule, the file that breaks it, what it says. */
const faults: [rule: string, path: string, text: string][] = [
  ['lib-without-a-layer', 'libs/drawer/src/index.ts', "import '#lib/kernel';"],
  ['lone-lib-without-a-layer', 'libs/attic/src/index.ts', 'export const box = 1;'],
  ['through-the-front-door', 'libs/jobs/src/planted-deep.ts', "import '../../kernel/src/instant.js';"],
  [
    'through-the-front-door-from-outside',
    'apps/portal/src/planted-deep.ts',
    "import '../../../libs/kernel/src/instant.js';",
  ],
  ['domain-is-pure', 'libs/jobs/src/domain/planted-impure.ts', "import '#lib/database';"],
  ['domain-is-pure', 'libs/jobs/src/domain/planted-outward.ts', "import '../index.js';"],
  ['no-package-in-domain', 'libs/jobs/src/domain/planted-package.ts', "import 'pg';"],
  ['no-package-in-domain', 'libs/jobs/src/domain/planted-files.ts', "import 'node:fs';"],
  ['apps-stand-alone', 'apps/portal/src/planted-neighbour.ts', "import '../../worker/src/planted-target.js';"],
  ['libs-know-no-app', 'libs/jobs/src/planted-app.ts', "import '../../../apps/worker/src/planted-target.js';"],
  ['no-cycle', 'libs/jobs/src/planted-egg.ts', "import './planted-hen.js';"],
  ['testing-is-for-tests', 'libs/jobs/src/planted-testing.ts', "import '#lib/testing';"],
  ['no-test-in-production-code', 'libs/jobs/src/planted-user.ts', "import './planted.db-spec.js';"],
  ['http-stays-in-apps', 'libs/jobs/src/planted-http.ts', "import 'fastify';"],
  ['outside-through-one-door', 'libs/jobs/src/planted-outside.ts', "import 'node:https';"],
  ['outside-through-one-door', 'apps/worker/src/planted-outside.ts', "import { request } from 'node:http';"],
  ['pages-stay-in-the-portal', 'apps/worker/src/planted-page.ts', "import 'nunjucks';"],
  ['declared-packages-only', 'libs/jobs/src/planted-undeclared.ts', "import 'avvio';"],
  ['no-dev-package-in-production-code', 'libs/jobs/src/planted-dev.ts', "import 'fast-check';"],
  ['resolvable', 'libs/jobs/src/planted-nowhere.ts', "import './not-there.js';"],
  ...built.slice(1).map((lib, index): [string, string, string] => {
    const above = built[index];
    return [`down-only-${lib}`, `libs/${lib}/src/planted-upward.ts`, `import type {} from '#lib/${above}';`];
  }),
];

/** What looks alike and is right. */
const lawful: [path: string, text: string][] = [
  ['apps/worker/src/planted-target.ts', "import '#lib/kernel';"],
  ['libs/jobs/src/planted-hen.ts', "import './planted-egg.js';"],
  ['libs/jobs/src/planted.db-spec.ts', "import '#lib/testing'; import 'fast-check';"],
  [
    'libs/jobs/src/domain/planted-pure.ts',
    "import './planted-other.js'; import '#lib/time-limits'; import '#lib/kernel';",
  ],
  ['libs/jobs/src/domain/planted-other.ts', "import 'node:crypto';"],
  ['apps/portal/src/planted-page.ts', "import 'nunjucks'; import 'fastify';"],
];

describe('import rules', () => {
  const copy = copyProject();
  let found: Violation[] = [];

  beforeAll(() => {
    for (const [path, text] of lawful) copy.plant(path, text);
    for (const [, path, text] of faults) copy.plant(path, text);
    found = violations(copy.folder);
  }, 60_000);
  afterAll(() => copy.remove());

  it('hold in the whole tree', () => {
    expect(violations(projectFolder).map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
  }, 60_000);

  it.each(faults)('%s refuses %s', (rule, path) => {
    expect(found.filter(({ from }) => from === path).map((violation) => violation.rule.name)).toContain(rule);
  });

  it.each(lawful.filter(([path]) => !path.endsWith('planted-hen.ts')))('allow %s', (path) => {
    expect(found.filter(({ from }) => from === path)).toEqual([]);
  });

  it('each has a reason and a planted fault', () => {
    const planted = new Set(faults.map(([rule]) => rule));
    const unbuilt = new Set(layers.filter((lib) => lib === built[0] || !hasLib(lib)).map((lib) => `down-only-${lib}`));
    const { forbidden } = rules.default;
    expect(forbidden.filter(({ name }) => !planted.has(name) && !unbuilt.has(name))).toEqual([]);
    expect(forbidden.filter(({ comment }) => !comment)).toEqual([]);
  });
});
