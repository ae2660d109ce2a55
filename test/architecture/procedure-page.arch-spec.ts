import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectRoot } from '#lib/settings';
import { describe, expect, it } from '@jest/globals';

const pages = ['README.md', 'CONTRIBUTING.md', 'docs/procedure.md', 'docs/decisions/README.md', 'SECURITY.md'];

describe('the pages', () => {
  it.each(pages)('%s points only at what is there', (page) => {
    const text = readFileSync(join(projectRoot(), page), 'utf8');
    const targets = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, target = '']) => target);
    const missing = targets.filter((target) => !existsSync(join(projectRoot(), dirname(page), target)));
    expect(missing).toEqual([]);
  });
});
