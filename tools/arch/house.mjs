// House rules that are about files, not imports. `node tools/arch/house.mjs [folder]` prints each fault and exits 1 when there is one.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../root.mjs';
import { testFiles } from './layers.mjs';

const longest = 250;
const longestReadme = 15;
const drawer = /(^|[-.])(utils?|helpers?|common|shared|misc|managers?|constants)([-.]|$)/;
const isTest = new RegExp(testFiles);
const code = /\.(ts|mts|mjs)$/;

/** Every fault of the tree under `folder`, as `path: what is wrong and why`. */
export function houseFaults(folder) {
  const files = ['apps', 'libs', 'test', 'tools'].flatMap((top) => filesUnder(folder, top));
  return [
    ...files.flatMap((path) => fileFaults(path, () => readFileSync(join(folder, path), 'utf8'))),
    ...names(folder, 'libs').flatMap((lib) => libFaults(folder, lib)),
    ...names(folder, 'apps').flatMap((app) => appFaults(folder, app)),
  ];
}

function fileFaults(path, read) {
  const faults = [];
  const drawerName = path.split('/').find((part) => drawer.test(part));
  if (drawerName) faults.push(`${path}: "${drawerName}" is a drawer, not a name; call it after what it is about`);
  if (!/\.(ts|mts|mjs|njk|scss)$/.test(path)) return faults;
  const text = read();
  const lines = text.trimEnd().split('\n').length;
  if (lines > longest) faults.push(`${path}: ${lines} lines, ${longest} at most`);
  if (!code.test(path) || !/^(apps|libs)\//.test(path) || isTest.test(path)) return faults;
  const statements = withoutComments(text);
  if (/\bprocess\.env\b/.test(statements) && !path.startsWith('libs/settings/')) {
    faults.push(`${path}: process.env is read in libs/settings alone`);
  }
  if (/(^|[^.\w])(globalThis\.)?fetch\(|new (WebSocket|EventSource)\(/.test(statements)) {
    faults.push(`${path}: asks another server by itself; libs/outgoing does`);
  }
  if (/\/(domain|use-cases)\//.test(path) && /new Date\(\s*\)|\bDate\.now\(|Temporal\.Now\b/.test(statements)) {
    faults.push(`${path}: asks the machine for the time; take Clock, or the database where a deadline is concerned`);
  }
  return faults;
}

function libFaults(folder, lib) {
  const faults = nestFault(folder, 'libs', lib);
  if (!existsSync(join(folder, 'libs', lib, 'src/index.ts'))) faults.push(`libs/${lib}: no src/index.ts to enter by`);
  const readme = join(folder, 'libs', lib, 'README.md');
  const lines = existsSync(readme) ? readFileSync(readme, 'utf8').trimEnd().split('\n').length : 0;
  if (lines === 0) faults.push(`libs/${lib}: no README.md`);
  if (lines > longestReadme) faults.push(`libs/${lib}/README.md: ${lines} lines, ${longestReadme} at most`);
  return faults;
}

function appFaults(folder, app) {
  const isThere = existsSync(join(folder, 'apps', app, 'tsconfig.app.json'));
  return [...nestFault(folder, 'apps', app), ...(isThere ? [] : [`apps/${app}: no tsconfig.app.json for nest build`])];
}

function nestFault(folder, kind, name) {
  const { projects } = JSON.parse(readFileSync(join(folder, 'nest-cli.json'), 'utf8'));
  return projects[name]?.root === `${kind}/${name}` ? [] : [`${kind}/${name}: not listed in nest-cli.json`];
}

const withoutComments = (text) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`])\/\/.*$/gm, '$1');

const names = (folder, top) =>
  readdirSync(join(folder, top), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);

function filesUnder(folder, path) {
  if (!existsSync(join(folder, path))) return [];
  return readdirSync(join(folder, path), { withFileTypes: true }).flatMap((entry) => {
    const inner = `${path}/${entry.name}`;
    if (entry.name === 'node_modules') return [];
    return entry.isDirectory() ? filesUnder(folder, inner) : [inner];
  });
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const faults = houseFaults(process.argv[2] ?? root);
  if (faults.length > 0) console.error(faults.join('\n'));
  process.exitCode = faults.length > 0 ? 1 : 0;
}
