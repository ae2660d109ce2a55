import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { projectFolder } from './project-copy.js';

const sources = ['apps', 'libs'].flatMap((top) =>
  readdirSync(join(projectFolder, top), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !/spec\.ts$|(^|\/)(test|testing)\//.test(path))
    .map((path) => join(top, path)),
);
const having = (pattern: RegExp) =>
  sources.filter((path) => pattern.test(readFileSync(join(projectFolder, path), 'utf8')));

describe('what the product’s own code never does', () => {
  it('NT42: it starts no program but the worker of a command line import, and that without a shell; it evaluates no text', () => {
    expect(sources.length).toBeGreaterThan(500);
    expect(having(/node:child_process/)).toEqual(['apps/cli/src/import-discussion/worker-process.ts']);
    expect(having(/\beval\(|new Function\(|node:vm\b|\bexec(Sync)?\(`|shell: true/)).toEqual([]);
  });

  it('NT61: it guesses no number: tokens come from node:crypto', () => {
    expect(having(/Math\.random/)).toEqual([]);
    const rules: unknown = JSON.parse(readFileSync(join(projectFolder, '.oxlintrc.json'), 'utf8'));
    expect(JSON.stringify(rules)).toContain('"object":"Math","property":"random"');
  });

  it('NT11 NT22: a page writes text as text: no template lifts the escaping of what it is given', () => {
    const folder = join(projectFolder, 'apps/portal/views');
    const lifted = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.njk'))
      .flatMap((path) =>
        [...readFileSync(join(folder, path), 'utf8').matchAll(/\{\{[^}]*\|\s*safe[^}]*\}\}/g)].map(
          ([found]) => `${path}: ${found}`,
        ),
      );
    expect(lifted).toMatchSnapshot();
  });
});
