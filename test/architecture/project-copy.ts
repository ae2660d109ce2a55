import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectFolder = fileURLToPath(new URL('../../', import.meta.url));

export interface ProjectCopy {
  readonly folder: string;
  plant(path: string, text: string): void;
  remove(): void;
}

/** A copy of the sources in which a test may break the rules of the house. */
export function copyProject(): ProjectCopy {
  const folder = mkdtempSync(join(tmpdir(), 'talqy-house-'));
  for (const name of ['apps', 'libs', 'package.json', 'nest-cli.json']) {
    cpSync(join(projectFolder, name), join(folder, name), { recursive: true });
  }
  symlinkSync(join(projectFolder, 'node_modules'), join(folder, 'node_modules'));
  return {
    folder,
    plant(path, text) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
