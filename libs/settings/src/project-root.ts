import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

let found: string | undefined;

/** The folder of Talqy's package.json, whether this runs from the sources or from dist. */
export function projectRoot(): string {
  found ??= lookUpFrom(dirname(fileURLToPath(import.meta.url)));
  return found;
}

function lookUpFrom(folder: string): string {
  const file = join(folder, 'package.json');
  if (existsSync(file) && /"name":\s*"talqy"/.test(readFileSync(file, 'utf8'))) return folder;
  if (folder === dirname(folder)) throw new Error('no package.json of talqy above the code');
  return lookUpFrom(dirname(folder));
}
