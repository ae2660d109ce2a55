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

  it('v5.0.0-11.3.1, 11.4.1: ciphers and hashes are Node’s own, and of the strong ones alone', () => {
    const named = sources.flatMap((path) =>
      [
        ...readFileSync(join(projectFolder, path), 'utf8').matchAll(
          /\bcreate(Hash|Hmac|Cipheriv|Sign|ECDH)\('([^']*)'/g,
        ),
      ].map(([, kind = '', algorithm = '']) => `${kind} ${algorithm}`),
    );
    expect([...new Set(named)].toSorted()).toEqual(['Hash sha256', 'Hmac sha256']);
    expect(having(/\bcreateCipheriv\(/)).toEqual(['libs/privacy/src/seal.ts']);
    expect(readFileSync(join(projectFolder, 'libs/privacy/src/seal.ts'), 'utf8')).toContain("CIPHER = 'aes-256-gcm'");
    expect(having(/crypto-js|node-forge|from 'crypto'/)).toEqual([]);
  });

  it('v5.0.0-3.5.5, 14.3.3: a script of a page takes no messages, writes no markup and keeps no session', () => {
    const folder = join(projectFolder, 'apps/portal/assets');
    const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.js'));
    expect(scripts.length).toBeGreaterThan(0);
    const forbidden = /innerHTML|outerHTML|insertAdjacentHTML|document\.cookie|indexedDB|\beval\(/;
    const textOf = (path: string) => readFileSync(join(folder, path), 'utf8');
    expect(scripts.filter((path) => forbidden.test(textOf(path)))).toEqual([]);
    // What is typed in a draft and in a remark (decisions 32 and 33), and how the queue is worked, stays in a browser; nothing else.
    expect(scripts.filter((path) => /localStorage|sessionStorage|caches\./.test(textOf(path))).toSorted()).toEqual([
      'draft-keeper.js',
      'keys.js',
      'own-remarks.js',
      'remark-draft.js',
    ]);
    // No other window is listened to or spoken to: messages pass between a page and the worker that it started from our own scripts.
    const speaking = scripts.filter((path) => /postMessage|'message'|onmessage/.test(textOf(path)));
    expect(speaking.toSorted()).toEqual(['proof-worker.js', 'proof.js']);
    expect(textOf('proof.js')).not.toMatch(/(?<!\bworker)\.(postMessage|addEventListener\('message')/);
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
