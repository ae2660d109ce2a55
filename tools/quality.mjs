// npm run quality [-- ADDRESS]: Lighthouse on the start page, the list, a draft and the results of a portal that runs (`npm start`), as a
// telephone sees them. Prints a table and exits 1 when a score is under 95. What it needs is installed beside it at its first run.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { installMissing, requireNode } from './install.mjs';
import { PlainFault, run } from './plain-fault.mjs';
import { root } from './root.mjs';

const LEAST = 95;
const categories = ['performance', 'accessibility', 'best-practices', 'seo'];
const base = (process.argv[2] ?? 'http://127.0.0.1:3000').replace(/\/+$/, '');

async function main() {
  requireNode();
  installMissing();
  const { lighthouse, launch } = await ownPackages();
  const { findBrowser } = await import('./test/browser.mjs');
  const { path, args } = findBrowser();
  const pages = await pagesOf();
  const chrome = await launch({ chromePath: path, chromeFlags: ['--headless=new', ...args], logLevel: 'silent' });
  try {
    console.log(['page'.padEnd(12), ...categories.map((name) => name.padStart(15))].join(''));
    for (const [name, address] of pages) {
      const lhr = await measured(() =>
        lighthouse(address, {
          port: chrome.port,
          output: 'json',
          onlyCategories: categories,
          // It is fetched through the page, whose policy lets no page ask for more; `pagesOf` asks for it.
          skipAudits: ['robots-txt'],
          logLevel: 'silent',
        }),
      );
      const scores = categories.map((category) => Math.round((lhr.categories[category].score ?? 0) * 100));
      console.log([name.padEnd(12), ...scores.map((score) => String(score).padStart(15)), `  ${address}`].join(''));
      for (const failed of failedAudits(lhr)) console.log(`  ${failed}`);
      if (scores.some((score) => score < LEAST)) process.exitCode = 1;
    }
  } finally {
    chrome.kill();
  }
}

async function ownPackages() {
  const place = join(root, 'tools/quality');
  if (!existsSync(join(place, 'node_modules/lighthouse'))) {
    const done = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: place, stdio: 'inherit' });
    if (done.status !== 0) throw new PlainFault('Lighthouse could not be installed; see above.');
  }
  const own = (path) => import(join(place, 'node_modules', path));
  const [{ default: lighthouse }, { launch }] = await Promise.all([
    own('lighthouse/core/index.js'),
    own('chrome-launcher/dist/index.js'),
  ]);
  return { lighthouse, launch };
}

/** A draft that can be remarked on, and one whose report is published. */
async function pagesOf() {
  const ask = async (path) => {
    const answer = await fetch(base + path).catch(() => undefined);
    if (!answer?.ok)
      throw new PlainFault(`${base} does not answer: start it by \`npm start\`, or name the address of a portal.`);
    return answer.text();
  };
  const first = async (query) =>
    /\/kk\/discussions\/([0-9a-f-]{36})"/.exec(await ask(`/kk/discussions?state=${query}`))?.[1];
  const [open, published] = [await first('open'), await first('reported')];
  if (!open || !published) throw new PlainFault('The portal has no open draft, or no published report to look at.');
  if (!(await ask('/robots.txt')).startsWith('User-agent: *\nDisallow: /'))
    throw new PlainFault('robots.txt is not what it should be.');
  return [
    ['start', `${base}/kk`],
    ['list', `${base}/kk/discussions`],
    ['draft', `${base}/kk/discussions/${open}`],
    ['results', `${base}/kk/discussions/${published}/report`],
  ];
}

/** Now and then the browser gives no trace of a page; without one there is no score, and it is asked again. */
async function measured(measure) {
  for (let again = 2; ; again -= 1) {
    const { lhr } = await measure();
    if (again === 0 || categories.every((category) => lhr.categories[category].score !== null)) return lhr;
  }
}

const failedAudits = ({ audits, categories: groups }) =>
  Object.values(groups)
    .filter(({ score }) => score * 100 < LEAST)
    .flatMap(({ id, auditRefs }) =>
      auditRefs.flatMap(({ id: audit, weight }) =>
        weight > 0 && (audits[audit].score ?? 1) < 0.9
          ? [`${id}: ${audits[audit].title} ${audits[audit].displayValue ?? ''}`]
          : [],
      ),
    );

await run(main);
