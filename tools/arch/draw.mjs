// npm run arch:graph: docs/architecture.md from the real imports. With --check: exit 1 when the file is not what it should be.
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cruise } from 'dependency-cruiser';
import { PlainFault, run } from '../plain-fault.mjs';
import { root } from '../root.mjs';
import config from './dependency-cruiser.mjs';
import { layers, testFiles } from './layers.mjs';

const file = join(root, 'docs/architecture.md');

/** part → the parts it imports, tests left out; a part is an app or a lib. */
async function importsBetweenParts() {
  const { output } = await cruise(['apps', 'libs'], { ...config.options, ruleSet: { forbidden: [] } });
  const isTest = new RegExp(testFiles);
  const arrows = new Map(parts().map((part) => [part, new Set()]));
  for (const { source, dependencies } of output.modules) {
    if (isTest.test(source)) continue;
    for (const { resolved } of dependencies) {
      const [from, to] = [partOf(source), partOf(resolved)];
      if (to && from !== to && arrows.has(from)) arrows.get(from).add(to);
    }
  }
  return arrows;
}

function parts() {
  const present = new Set(
    ['apps', 'libs'].flatMap((kind) => readdirSync(join(root, kind)).map((name) => `${kind}/${name}`)),
  );
  const order = [...['portal', 'worker', 'cli'].map((app) => `apps/${app}`), ...layers.map((lib) => `libs/${lib}`)];
  return order.filter((part) => present.has(part));
}

const partOf = (path) => /^(?:apps|libs)\/[^/]+/.exec(path)?.[0];

/** Leaves out an arrow that follows from two others: what remains is enough to read the order. */
function withoutImplied(arrows) {
  const reach = (from, seen = new Set()) => {
    for (const to of arrows.get(from) ?? []) if (!seen.has(to)) reach(to, seen.add(to));
    return seen;
  };
  const isImplied = (from, to) => [...arrows.get(from)].some((other) => other !== to && reach(other).has(to));
  return [...arrows].flatMap(([from, targets]) =>
    [...targets].filter((to) => !isImplied(from, to)).map((to) => [from, to]),
  );
}

function page(arrows) {
  const inOrder = [...arrows.keys()];
  const drawn = withoutImplied(arrows).toSorted((a, b) => place(inOrder, a) - place(inOrder, b));
  return `# Architecture

Drawn from the imports by \`npm run arch:graph\`; do not edit. The order of the libs is in \`tools/arch/layers.mjs\`, the rules and their
reasons in \`tools/arch/dependency-cruiser.mjs\`; \`npm run arch\` checks them. Arrows point down only: a part imports what is below it.
An arrow that follows from others is left out of the picture; the table has them all. Tests are left out of both.

\`\`\`mermaid
flowchart TD
${inOrder.map((part) => `  ${id(part)}${part.startsWith('apps/') ? `([${name(part)}])` : `[${name(part)}]`}`).join('\n')}
${drawn.map(([from, to]) => `  ${id(from)} --> ${id(to)}`).join('\n')}
\`\`\`

| part | purpose | imports |
| --- | --- | --- |
${inOrder
  .map((part) =>
    row(
      part,
      [...arrows.get(part)].toSorted((a, b) => inOrder.indexOf(a) - inOrder.indexOf(b)),
    ),
  )
  .join('\n')}
`;
}

const row = (part, imports) =>
  `| \`${part}\` | ${purpose(part)} | ${imports.map(name).join(', ') || 'nothing of ours'} |`;
const place = (order, [from, to]) => order.indexOf(from) * order.length + order.indexOf(to);
const name = (part) => part.split('/')[1];
const id = (part) => part.replace(/[^a-z]/g, '_');

/** The first sentence of the part's README. */
function purpose(part) {
  const readme = join(root, part, 'README.md');
  if (!existsSync(readme)) return '';
  const text = readFileSync(readme, 'utf8').replace(/^#.*$/m, '').trim().replace(/\s+/g, ' ');
  return (/^.*?[.:](?= |$)/.exec(text)?.[0] ?? text).replace(/[.:]$/, '').replaceAll('|', '\\|');
}

await run(async () => {
  process.chdir(root);
  const text = page(await importsBetweenParts());
  if (!process.argv.includes('--check')) return writeFileSync(file, text);
  const drawn = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (drawn !== text) throw new PlainFault('docs/architecture.md is older than the imports: run npm run arch:graph');
});
