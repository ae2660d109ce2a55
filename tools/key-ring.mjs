// `node tools/key-ring.mjs FILE` makes the keys of personal data for an installation that names them by TALQY_KEYS.
import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The path of a ring, made once with one key, readable by its owner alone; of two starts at once both find the same. */
export function keyRing(file) {
  if (existsSync(file)) return file;
  const [index, key] = [randomBytes(32), randomBytes(32)].map((bytes) => bytes.toString('hex'));
  const draft = `${file}.${process.pid}`;
  const note = '# Keys of personal data: keep a copy apart from the database. The last key seals.';
  writeFileSync(draft, `${note}\nindex ${index}\nkey k1 ${key}\n`, { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
  return file;
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const [file] = process.argv.slice(2);
  if (!file || existsSync(file)) {
    console.error(
      file ? `${file} is there already; it is left as it is.` : 'Name the file: node tools/key-ring.mjs FILE',
    );
    process.exitCode = 1;
  } else console.log(`Made ${keyRing(resolve(file))}. Keep a copy apart from the database.`);
}
