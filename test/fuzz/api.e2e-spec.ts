import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import type { LightMyRequestResponse } from 'fastify';
import { databaseDigest } from '../security/database-digest.js';
import { startWorld, type World } from '../security/world.js';
import { Arbitraries, type FuzzedRequest, type Known } from './arbitraries.js';
import { describedApi, type Operation } from './operations.js';
import { Oracles } from './oracles.js';

/** Requests for each operation and person; `npm run fuzz -- --runs N` asks for more. */
const runs = Number(process.env['TALQY_FUZZ_RUNS'] ?? 6);
const seed = Number(process.env['TALQY_FUZZ_SEED'] ?? Date.now() % 1_000_000);
jest.setTimeout(120_000 + runs * 30_000);

const people = ['anonymous', 'signer', 'stranger'] as const;
const api = describedApi();
const oracles = new Oracles(api);
let world: World;
let arbitraries: readonly Arbitraries[];
let asked = 0;
const statuses = new Map<number, number>();

beforeAll(async () => {
  world = await startWorld();
  const known = knownOf(world);
  arbitraries = [new Arbitraries(api, known, true), new Arbitraries(api, known, false)];
}, 120_000);
afterAll(async () => {
  const told = [...statuses].toSorted(([a], [b]) => a - b).map(([status, count]) => `${status}: ${count}`);
  process.stdout.write(
    `fuzz: ${asked} requests to ${api.operations.length} operations, seed ${seed}; ${told.join(', ')}\n`,
  );
  await world.portal.stop();
});

/** The signer's own things come first and oftenest. */
function knownOf({ open, closed, published, dossier, ids, reportId }: World): Known {
  const scenes = [open, open, open, closed, published];
  return {
    inPath: {
      discussions: scenes.map(({ discussionId }) => discussionId),
      procedures: [...scenes, dossier].map(({ procedureId }) => procedureId),
      reports: [reportId],
      remarks: [ids.number, ids.hidden, ...closed.numbers],
      entries: [ids.entryId],
      groups: ['1', '2'],
      format: ['json', 'csv', 'pdf', 'docx', 'xlsx'],
      language: ['mul', 'kk', 'ru'],
      changes: open.clauses,
    },
    others: [open.discussionId, open.procedureId, open.bodyId, ids.number, ids.secret, ...open.clauses],
  };
}

async function ask(who: (typeof people)[number], request: FuzzedRequest): Promise<LightMyRequestResponse> {
  const { operation, url, headers, payload } = request;
  const own = who === 'anonymous' ? {} : world.sessions[who].headers;
  const options = { headers: { ...own, ...headers }, ...(payload === undefined ? {} : { payload }) };
  const answer =
    operation.method === 'GET'
      ? await world.portal.get(url, options)
      : await world.portal.send(operation.method, url, options);
  asked += 1;
  statuses.set(answer.statusCode, (statuses.get(answer.statusCode) ?? 0) + 1);
  return answer;
}

async function fuzz(operations: readonly Operation[], who: (typeof people)[number]): Promise<string[]> {
  const found: string[] = [];
  for (const operation of operations) {
    const property = fc.asyncProperty(
      fc.oneof(...arbitraries.map((each) => each.request(operation))),
      async (request) => {
        const faults = oracles.faultsOf(request, await ask(who, request));
        if (faults.length > 0) throw new Error(faults.join('; '));
      },
    );
    const outcome = await fc.check(property, {
      numRuns: runs,
      seed,
      endOnFailure: false,
      interruptAfterTimeLimit: 60_000,
    });
    if (!outcome.failed) continue;
    const [smallest] = outcome.counterexample ?? [];
    const { url, payload } = smallest ?? {};
    found.push(
      `${operation.method} ${url?.slice(0, 300)} ${payload?.slice(0, 400) ?? ''} → ${String(outcome.errorInstance)}`,
    );
  }
  return found;
}

/** Signing in is limited by address: its own tests ask it. */
const fuzzed = api.operations.filter(({ path }) => path !== '/api/v1/session');

describe.each(people)('the API, asked by %s whatever comes to mind', (who) => {
  it('answers reading as it is described, and nothing changes by it', async () => {
    const before = await databaseDigest(world.portal.database);
    expect(
      await fuzz(
        fuzzed.filter(({ method }) => method === 'GET'),
        who,
      ),
    ).toEqual([]);
    expect(await databaseDigest(world.portal.database)).toEqual(before);
  });

  it('answers changing as it is described: refusals are refusals, never faults of ours', async () => {
    expect(
      await fuzz(
        fuzzed.filter(({ method }) => method !== 'GET'),
        who,
      ),
    ).toEqual([]);
  });
});
