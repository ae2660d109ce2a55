import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../root.mjs';

/**
 * Runs `work` unless the files it is made from are the same as at its last success and its outputs are there.
 * `inputs` and `outputs`: files or folders, relative to the project.
 */
export async function unlessDone({ name, inputs, outputs, work }) {
  const stamp = join(root, 'dist', `.${name}.stamp`);
  const state = inputs.map((path) => fingerprint(join(root, path))).join('\n');
  const digest = createHash('sha256').update(`${process.versions.node}\n${state}`).digest('hex');
  const whole = [stamp, ...outputs.map((path) => join(root, path))].every((path) => existsSync(path));
  if (whole && readFileSync(stamp, 'utf8') === digest) return;
  await work();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, digest);
}

function fingerprint(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return `${path} -`;
  if (stat.isFile()) return `${path} ${stat.size} ${stat.mtimeMs}`;
  return readdirSync(path)
    .toSorted()
    .map((entry) => fingerprint(join(path, entry)))
    .join('\n');
}
