import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { projectFolder } from './project-copy.js';

const CATALOGUES = 'libs/localisation/catalogues/en';

/** The program without its tests; the command line speaks no catalogue. */
const sources = ['apps/portal/src', 'apps/portal/views', 'apps/worker/src', 'libs'].flatMap((folder) =>
  readdirSync(join(projectFolder, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|njk)$/.test(name) && !/[.-]spec\.ts$|\/testing\//.test(name))
    .map((name) => join(folder, name)),
);

/** Names of events, acts and jobs look like keys too: outside the pages only a file that speaks is asked. */
const speaks = (path: string, text: string) =>
  /^apps\/portal|^libs\/localisation/.test(path) || /\bt\(|MessageKey|#lib\/localisation/.test(text);

const KEY = /['"`]([a-z][\w-]*(?:\.[\w/-]+)+)['"`]/g;
/** The beginning of a key whose end is told at run time, as a page writes it: t(`life.${…}`), t("start.step-" + …). */
const BEGINNING = /`([a-z][\w-]*\.[\w.-]*)\$\{|['"]([a-z][\w-]*\.[\w.-]*)['"]\s*[+~]/g;

/** Of these keys, those that no text names, in full or by the beginning of a key put together. */
function unsaid(keys: readonly string[], texts: readonly string[]): string[] {
  const said = new Set(texts.flatMap((text) => [...text.matchAll(KEY)].map(([, key]) => key)));
  const beginnings = texts.flatMap((text) =>
    [...text.matchAll(BEGINNING)].map(([, inTemplate, added]) => inTemplate ?? added ?? ''),
  );
  return keys.filter((key) => !said.has(key) && !beginnings.some((beginning) => key.startsWith(beginning)));
}

describe('the messages of the catalogues', () => {
  const read = (path: string) => readFileSync(join(projectFolder, path), 'utf8');
  const texts = sources.flatMap((path) => {
    const text = read(path);
    return speaks(path, text) ? [text] : [];
  });

  it.each(readdirSync(join(projectFolder, CATALOGUES)))('are all said: %s', (file) => {
    const keys = Object.keys(JSON.parse(read(join(CATALOGUES, file))) as object);
    const left = unsaid(keys, texts).join(', ');
    const advice = `take it out of catalogues/{kk,ru,en}/${file}, or write it where it is said (of a key put together its beginning: \`area.name-\${…}\`)`;
    expect(left === '' ? null : `no page, letter or document says ${left}: ${advice}`).toBeNull();
  });

  it.each<[string, string, string[]]>([
    ['in full', `t('life.now'); {{ t("life.done", { day: day }) }}`, ['life.late']],
    ['by a beginning in a template', 't(`life.${point.state}`)', []],
    ['by a beginning that is added to', '{{ t("life.n" ~ each) }}', ['life.done', 'life.late']],
    [
      'not by a part of another key',
      `t('life.now-and-then'); const late = 'late';`,
      ['life.done', 'life.late', 'life.now'],
    ],
  ])('are named %s', (_, text, left) => {
    expect(unsaid(['life.done', 'life.late', 'life.now'], [text])).toEqual(left);
  });
});
