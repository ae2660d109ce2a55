import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { isMessageKey } from '#lib/localisation';
import { projectRoot } from '#lib/settings';

const folder = join(projectRoot(), 'apps/portal/views');
const views = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.njk'));

describe.each(views)('view %s', (name) => {
  const text = readFileSync(join(folder, name), 'utf8');

  it('asks only for messages that exist', () => {
    const asked = [...text.matchAll(/\bt\(\s*["']([^"']+)["']\s*[,)]/g)].map(([, key = '']) => key);
    expect(asked.filter((key) => !isMessageKey(key))).toEqual([]);
  });

  it('has no words of its own outside the catalogues', () => {
    const printed = text
      .replace(/\{#[\s\S]*?#\}|\{%[\s\S]*?%\}|\{\{[\s\S]*?\}\}/g, ' ')
      .replace(/<(script|style)[\s\S]*?<\/\1>/g, ' ')
      .replace(/<[^>]*>/g, ' ')
      .replace(/&\w+;/g, ' ');
    expect(printed.match(/\p{L}{2,}/gu) ?? []).toEqual([]);
  });
});
