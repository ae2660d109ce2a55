import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { projectFolder } from './project-copy.js';

const read = (path: string) => readFileSync(join(projectFolder, path), 'utf8');
const isThere = (path: string) => existsSync(join(projectFolder, path));
const filesIn = (text: string) =>
  [...text.matchAll(/(?:apps|libs|test|tools)\/[\w./-]+\.(?:ts|mjs)/g)].map(([path]) => path);
const rowsOf = (text: string) => text.split('\n').filter((line) => /^\| (NT\d\d|S\d|T\d+) +\|/.test(line));
const upTo = (last: number, name: (number: number) => string) =>
  Array.from({ length: last }, (_, index) => name(index + 1));

describe('docs/security', () => {
  it.each(['negative-tests.md', 'threat-model.md', 'asvs.json', 'wapiti.md', 'operation.md'])(
    '%s names only files that are there',
    (page) => {
      expect(filesIn(read(`docs/security/${page}`)).filter((path) => !isThere(path))).toEqual([]);
    },
  );

  it('has a row for each negative test, with a test or the reason why there is none', () => {
    const rows = rowsOf(read('docs/security/negative-tests.md'));
    const ids = rows.map((row) => row.split('|')[1]?.trim());
    expect(ids).toEqual([...upTo(70, (n) => `NT${String(n).padStart(2, '0')}`), ...upTo(5, (n) => `S${n}`)]);
    const bare = rows.filter((row) => filesIn(row).length === 0 && !/Does not apply: \S|Open: \S/.test(row));
    expect(bare).toEqual([]);
  });

  it('has a row for each threat, with a file and a test', () => {
    const rows = rowsOf(read('docs/security/threat-model.md'));
    expect(rows.map((row) => row.split('|')[1]?.trim())).toEqual(upTo(16, (n) => `T${n}`));
    expect(rows.filter((row) => !filesIn(row).some((path) => path.includes('spec.ts')))).toEqual([]);
    expect(rows.filter((row) => !filesIn(row).some((path) => !path.includes('spec.ts')))).toEqual([]);
  });

  it('tells of every address the settings name, and of what it goes out to', () => {
    const names = [...read('libs/settings/src/settings.ts').matchAll(/@Variable\(\s*'(\w+_URL)'/g)].map(
      ([, name]) => name,
    );
    for (const file of ['provider-settings', 'senders-provider-settings'])
      names.push(
        ...[...read(`libs/settings/src/${file}.ts`).matchAll(/@Variable\(\s*'(\w+_ISSUER)'/g)].map(([, name]) => name),
      );
    const page = read('docs/security/operation.md');
    expect(names.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
    for (const heading of ['What comes in', 'What goes out', 'What is written down', 'Sessions', 'Packages'])
      expect(page).toContain(`## ${heading}\n`);
  });

  it('has tests or a reason for every requirement of levels 1 and 2 of the ASVS, none twice', () => {
    interface Requirement {
      readonly id: string;
      readonly level: number;
      readonly status: string;
      readonly tests?: readonly string[];
      readonly reason?: string;
    }
    const { requirements } = JSON.parse(read('docs/security/asvs.json')) as { requirements: Requirement[] };
    expect(requirements.length).toBe(new Set(requirements.map(({ id }) => id)).size);
    const wrong = requirements.filter(({ id, level, status, tests = [], reason = '' }) => {
      const isNamed = /^v5\.0\.0-\d+\.\d+\.\d+$/.test(id) && [1, 2, 3].includes(level);
      const isTested = status === 'tested' && tests.length > 0 && tests.every(isThere);
      return !isNamed || !(isTested || (['not applicable', 'open'].includes(status) && reason.length > 10));
    });
    expect(wrong).toEqual([]);
    const of = (sought: number) => requirements.filter(({ level }) => level === sought).length;
    expect([of(1), of(2)]).toEqual([70, 183]);
  });
});
