// The import rules. `npm run arch` checks them; test/architecture/import-rules.arch-spec.ts plants each fault once.
import { layers, pure, testFiles, testing } from './layers.mjs';

const anyOf = (names) => `^libs/(${names.join('|')})/`;
const severity = 'error';

const arrowsDownOnly = layers.slice(1).map((lib, index) => ({
  name: `down-only-${lib}`,
  comment: `${lib} lies below these libs: what it needs from above it is told by an argument or an event.`,
  severity,
  from: { path: `^libs/${lib}/` },
  to: { path: anyOf(layers.slice(0, index + 1)) },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...arrowsDownOnly,
    {
      name: 'lib-without-a-layer',
      comment: 'A lib nobody gave a place in tools/arch/layers.mjs could be imported from anywhere.',
      severity,
      from: { path: '^libs/', pathNot: anyOf([...layers, testing]) },
      to: {},
    },
    {
      name: 'lone-lib-without-a-layer',
      comment: 'The same for a lib that imports nothing and is imported by nothing yet.',
      severity,
      from: { orphan: true, path: '^libs/', pathNot: anyOf([...layers, testing]) },
      to: {},
    },
    {
      name: 'through-the-front-door',
      comment:
        'A lib is entered by its index.ts, by tests also by its testing/index.ts: what is not listed there may change without asking.',
      severity,
      from: { path: '^libs/([^/]+)/' },
      to: { path: '^libs/', pathNot: ['^libs/$1/', '^libs/[^/]+/src/(testing/)?index\\.ts$'] },
    },
    {
      name: 'through-the-front-door-from-outside',
      comment: 'The same for apps and for the tests that belong to no lib.',
      severity,
      from: { path: '^(apps|test)/' },
      to: { path: '^libs/', pathNot: '^libs/[^/]+/src/(testing/)?index\\.ts$' },
    },
    {
      name: 'domain-is-pure',
      comment: 'Rules of the law are plain functions: they import their own domain, time-limits and kernel.',
      severity,
      from: { path: '^libs/([^/]+)/src/domain/', pathNot: testFiles },
      to: { path: '^(libs|apps)/', pathNot: ['^libs/$1/src/domain/', `^libs/(${pure.join('|')})/src/index\\.ts$`] },
    },
    {
      name: 'no-package-in-domain',
      comment:
        'A rule that needs a package cannot be read, moved or proved by itself. Of Node it may use crypto, for digests.',
      severity,
      from: { path: '^libs/[^/]+/src/domain/', pathNot: testFiles },
      to: {
        dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'core'],
        pathNot: '^(node:)?crypto$',
      },
    },
    {
      name: 'apps-stand-alone',
      comment: 'Portal, worker and CLI are deployed apart; what two of them need is a lib.',
      severity,
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'libs-know-no-app',
      comment: 'Arrows point down: an app uses libs.',
      severity,
      from: { path: '^libs/' },
      to: { path: '^(apps|test)/' },
    },
    {
      name: 'no-cycle',
      comment: 'Two files that need each other are one file, or a third is missing.',
      severity,
      from: {},
      to: { circular: true },
    },
    {
      name: 'testing-is-for-tests',
      comment: 'Builders and test databases must not reach a running app.',
      severity,
      from: { pathNot: testFiles },
      to: { path: `^libs/${testing}/|^libs/[^/]+/src/testing/` },
    },
    {
      name: 'no-test-in-production-code',
      comment: 'A spec is imported by nothing.',
      severity,
      from: {},
      to: { path: '(-spec|\\.spec)\\.ts$' },
    },
    {
      name: 'http-stays-in-apps',
      comment: 'A lib that knows HTTP cannot serve the worker and the CLI.',
      severity,
      from: { path: '^libs/', pathNot: testFiles },
      to: { path: 'node_modules/(fastify|@fastify|@nestjs/platform-|@nestjs/swagger|express)' },
    },
    {
      name: 'outside-through-one-door',
      comment:
        'Asking another server is libs/outgoing’s: https, no private address, no redirect. Worker and portal only answer /health and /metrics.',
      severity,
      from: {
        path: '^(apps|libs)/',
        pathNot: ['^libs/outgoing/', '^apps/(worker|portal)/src/health/[a-z]+-server\\.ts$', testFiles],
      },
      to: {
        path: '^(node:)?(http|https|http2|dns|dns/promises|dgram|tls|undici)$|node_modules/(undici|axios|got|node-fetch|ws)/',
      },
    },
    {
      name: 'pages-stay-in-the-portal',
      comment: 'Only the portal renders pages.',
      severity,
      from: { pathNot: `^apps/portal/|${testFiles}` },
      to: { path: 'node_modules/(nunjucks|govuk-frontend|@fastify/(multipart|static))/' },
    },
    {
      name: 'declared-packages-only',
      comment: 'A package that comes along with another may be gone with its next version.',
      severity,
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-dev-package-in-production-code',
      comment: 'Development packages are not installed in production.',
      severity,
      from: { pathNot: testFiles },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: 'node_modules/@types/' },
    },
    {
      name: 'resolvable',
      comment: 'An import of something that is not there.',
      severity,
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.talqy|coverage|apps/portal/assets)/' },
    preserveSymlinks: true,
    tsPreCompilationDeps: true, // imports of types are arrows too
    enhancedResolveOptions: {
      conditionNames: ['types', 'import', 'node', 'default'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.mjs', '.js', '.json'],
    },
  },
};
