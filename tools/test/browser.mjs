// The browser of the tests: the machine's own, otherwise the one npm's @sparticuz/chromium carries, unpacked once.
import { spawnSync } from 'node:child_process';
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PlainFault } from '../plain-fault.mjs';
import { root } from '../root.mjs';

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** `{ path, args }` for playwright-core's chromium.launch({ executablePath, args }). */
export function findBrowser() {
  const installed = [process.env.TALQY_CHROMIUM, ...usualPlaces].find((path) => path && isRunnable(path));
  if (installed) return { path: installed, args: ['--no-sandbox', '--disable-dev-shm-usage'] };
  return { path: unpackedBrowser(), args: ['--no-sandbox', '--no-zygote', '--disable-dev-shm-usage', '--disable-gpu'] };
}

function unpackedBrowser() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new PlainFault('No browser for the browser tests: install Chromium, or set TALQY_CHROMIUM to its path.');
  }
  const carrier = dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')));
  const { version } = JSON.parse(readFileSync(join(carrier, 'package.json'), 'utf8'));
  const place = join(root, '.talqy', `chromium-${version}`);
  if (!existsSync(place)) unpack(carrier, place);
  return join(place, 'run');
}

// It unpacks into TMPDIR and takes any file found there as whole, so a folder of our own, renamed when it is whole.
function unpack(carrier, place) {
  const draft = `${place}.${process.pid}`;
  mkdirSync(draft, { recursive: true });
  const script = `const { default: chromium, inflate } = await import('@sparticuz/chromium');
    await chromium.executablePath(); await inflate(${JSON.stringify(join(carrier, 'bin', 'al2023.tar.br'))});`;
  const made = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: root,
    env: { ...process.env, TMPDIR: draft },
    encoding: 'utf8',
  });
  if (made.status !== 0) {
    rmSync(draft, { recursive: true, force: true });
    throw new PlainFault(`The browser could not be unpacked: ${made.stderr.trim().split('\n').at(-1)}`);
  }
  chmodSync(join(draft, 'chromium'), 0o755);
  writeFileSync(join(draft, 'fonts/fonts.conf'), fontSettings);
  writeFileSync(join(draft, 'run'), starter, { mode: 0o755 });
  try {
    renameSync(draft, place);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(place)) throw error; // otherwise another run was first
  }
}

// The package's own settings look for fonts under /tmp; without a font every text has no height.
const fontSettings = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir prefix="relative">fonts</dir><cachedir prefix="xdg">fontconfig</cachedir></fontconfig>
`;

// A machine with nothing but Node has neither libnss3 nor font settings; both come in the package.
const starter = `#!/bin/sh
here=$(dirname "$0")
[ -e /etc/fonts/fonts.conf ] || export FONTCONFIG_PATH="$here/fonts"
export LD_LIBRARY_PATH="\${LD_LIBRARY_PATH:+$LD_LIBRARY_PATH:}/usr/lib/x86_64-linux-gnu:$here/al2023/lib"
exec "$here/chromium" "$@"
`;

function isRunnable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
