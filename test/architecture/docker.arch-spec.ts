import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { projectFolder } from './project-copy.js';

interface Service {
  readonly image?: string;
  readonly build?: { readonly target: string };
  readonly command?: readonly string[];
  readonly deploy?: { readonly replicas: number };
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly environment?: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
}

const read = (path: string) => readFileSync(join(projectFolder, path), 'utf8');
const dockerfile = read('docker/Dockerfile');
const composeFile = read('docker/compose.yaml');
const servicesOf = (text: string): Record<string, Service> => parse(text, { merge: true }).services;
const services = servicesOf(composeFile);

/** Stage name → its lines; a stage inherits those of the stage it is made from. */
function stagesOf(text: string): Map<string, string[]> {
  const stages = new Map<string, string[]>();
  let current: string[] = [];
  for (const line of text.split('\n')) {
    const [, base = '', name = ''] = /^FROM (\S+) AS (\S+)/.exec(line) ?? [];
    if (name) stages.set(name, (current = [...(stages.get(base) ?? [])]));
    current.push(line);
  }
  return stages;
}

function dockerFaults(text: string): string[] {
  const bases = [...text.matchAll(/^FROM (\S+) AS (\S+)/gm)];
  const names = new Set(bases.map(([, , name]) => name));
  const stages = stagesOf(text);
  return [
    ...bases.filter(([, base = '']) => !names.has(base) && !isPinned(base)).map(([, base]) => `${base} is not pinned`),
    ...['portal', 'worker', 'cli'].filter((app) => !stages.has(app)).map((app) => `no target ${app}`),
    ...['portal', 'worker', 'cli'].filter((app) => isRoot(stages.get(app) ?? [])).map((app) => `${app} runs as root`),
    ...['portal', 'worker']
      .filter((app) => !stages.get(app)?.some((line) => line.startsWith('HEALTHCHECK ')))
      .map((app) => `${app} has no health check`),
  ];
}

const isPinned = (image: string) => /:\D*\d+\.\d+/.test(image) && !image.endsWith(':latest');
const isRoot = (lines: string[]) =>
  /^USER (root|0)\b|^$/.test(lines.findLast((line) => line.startsWith('USER ')) ?? '');

function composeFaults(text: string): string[] {
  return Object.entries(servicesOf(text)).flatMap(([name, service]) => [
    ...(service.image && isPinned(service.image) ? [] : [`${name}: image ${service.image} is not pinned`]),
    ...((service.build ?? service.healthcheck) ? [] : [`${name} has no health check`]),
    ...(service.ports ?? [])
      .filter((port) => !port.startsWith('127.0.0.1:'))
      .map((port) => `${name}: ${port} is open to all`),
  ]);
}

describe('Dockerfile', () => {
  it('has pinned bases, a target for each app, health checks, and no root', () => {
    expect(dockerFaults(dockerfile)).toEqual([]);
  });

  it.each([
    [
      'a floating base',
      /node:20\.20\.2-bookworm-slim AS runtime/,
      'node:latest AS runtime',
      ['node:latest is not pinned'],
    ],
    ['root', /^USER node$/m, '', ['portal runs as root', 'worker runs as root', 'cli runs as root']],
    ['root by name', /^USER node$/m, 'USER root', ['portal runs as root', 'worker runs as root', 'cli runs as root']],
    ['a missing target', /AS cli$/m, 'AS tool', ['no target cli', 'cli runs as root']],
  ])('%s is refused', (_fault, from, to, expected) => {
    expect(dockerFaults(dockerfile.replace(from, to))).toEqual(expected);
  });

  it('copies into the image only what the runtime reads', () => {
    const runtime = stagesOf(dockerfile).get('runtime') ?? [];
    expect(runtime.filter((line) => line.startsWith('COPY')).every((line) => line.includes('--from=build'))).toBe(true);
    expect(read('.dockerignore').split('\n')[0]).toBe('**');
  });
});

describe('compose file', () => {
  it('runs two portals and two workers over PostgreSQL and Redis, after one migration', () => {
    expect(Object.keys(services).toSorted()).toEqual(['mail', 'migrate', 'portal', 'postgres', 'redis', 'worker']);
    expect([services['portal']?.deploy?.replicas, services['worker']?.deploy?.replicas]).toEqual([2, 2]);
    for (const app of ['portal', 'worker']) {
      expect(services[app]?.depends_on?.['migrate']?.condition).toBe('service_completed_successfully');
    }
    expect(services['migrate']?.depends_on?.['postgres']?.condition).toBe('service_healthy');
  });

  it('builds targets the Dockerfile has', () => {
    const targets = Object.values(services).flatMap(({ build }) => build?.target ?? []);
    expect(targets.filter((target) => !stagesOf(dockerfile).has(target))).toEqual([]);
  });

  it('keeps jobs: Redis refuses rather than evicts, and writes them down', () => {
    expect(services['redis']?.command?.join(' ')).toMatch(/--appendonly yes .*--maxmemory-policy noeviction/);
  });

  it('makes the database in UTF-8 with Kazakh order', () => {
    expect(services['postgres']?.environment?.['POSTGRES_INITDB_ARGS']).toMatch(
      /--encoding=UTF8 .*C\.UTF-8 .*--icu-locale=kk/,
    );
  });

  it('has pinned images and health checks, and opens nothing to the world', () => {
    expect(composeFaults(composeFile)).toEqual([]);
  });

  it.each([
    ['a floating image', /redis:7\.2\.5-bookworm/, 'redis:latest', ['redis: image redis:latest is not pinned']],
    [
      'a service nobody asks',
      / {4}healthcheck:\n {6}test: \[CMD, redis-cli.*\n/,
      '    x-was:\n',
      ['redis has no health check'],
    ],
    ['an open port', /'127\.0\.0\.1:8025:8025'/, "'8025:8025'", ['mail: 8025:8025 is open to all']],
  ])('%s is refused', (_fault, from, to, expected) => {
    expect(composeFaults(composeFile.replace(from, to))).toEqual(expected);
  });

  it('gives only variables the settings know', () => {
    const files = ['settings', 'provider-settings', 'senders-provider-settings'];
    const variables = files.map((file) => read(`libs/settings/src/${file}.ts`)).join('\n');
    const known = new Set([...variables.matchAll(/@Variable\(\s*'(\w+)'/g)].map(([, name]) => name));
    const given = Object.keys(services['portal']?.environment ?? {});
    expect(given.filter((name) => !known.has(name))).toEqual([]);
    expect(given).toEqual(expect.arrayContaining(['DATABASE_URL', 'QUEUE_URL', 'TALQY_SECRET', 'TALQY_KEYS']));
  });
});
