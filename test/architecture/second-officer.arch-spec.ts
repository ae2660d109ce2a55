import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { projectFolder } from './project-copy.js';

const filesOf = (folder: string): string[] =>
  readdirSync(join(projectFolder, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name));

describe('the second officer (REQ-41, decision 16)', () => {
  it('cannot be gone round: neither portal nor worker records a letter at once', () => {
    const direct = ['apps/portal/src', 'apps/worker/src']
      .flatMap(filesOf)
      .filter((path) => /\bRecordReceivedRemark\b/.test(readFileSync(join(projectFolder, path), 'utf8')));
    expect(direct).toEqual([]);
  });
});
