import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadSettings } from '#lib/settings';
import { type CommandBench, startCommandBench } from '../../apps/cli/test/run-talqy.js';
import { createWorker } from '../../apps/worker/src/create-worker.js';

const plan = `
profile: kz-126
kind: OTHER_DRAFT
developer: { code: MNE, kind: CENTRAL, name: { kk: Министрлік, ru: Министерство } }
title: { kk: Анықтама беру, ru: Выдача справки }
zone: Asia/Almaty
placements:
  - { channel: EGOV_PORTAL, url: 'https://egov.example.kz/1', placed_at: 2016-06-01T10:00:00+06:00 }
  - { channel: OWN_RESOURCE, url: 'https://mne.example.kz/1', placed_at: 2016-06-01T23:59:59+06:00 }
`;
const draft = (title: string, heading: string, clause: string) =>
  `# ${title}\n\n## 1. ${heading}\n\n1. ${clause}\n\n   1) ${clause}\n`;
const remarks = `ref,received_at,kind,language,name,anchors,body
first,2016-06-02T09:00:00,REMARK,kk,Айгүл,1.1,Мерзім тым ұзақ
last,2016-07-01T23:59:59.999999+06:00,PROPOSAL,ru,Иван,,Сократить срок
late,2016-07-02T00:00:00,REMARK,ru,Петр,1,Опоздавшее замечание
`;
const ground = '"Ұсыныс қаралды, негізі бар.","Предложение рассмотрено, обосновано."';
const decisions = `ref,outcome,reason_code,ground_kk,ground_ru,changed_clause
first,TAKEN_INTO_ACCOUNT,ACCEPTED,${ground},1.1
*,NOT_TAKEN_INTO_ACCOUNT,BUDGET,${ground},
`;
const revisions = 'clause,text_kk,text_ru\n1.1,Мерзімі – үш күн.,Срок – три дня.\n';

describe('talqy import discussion', () => {
  let bench: CommandBench;
  let worker: Awaited<ReturnType<typeof createWorker>>;

  beforeAll(async () => {
    bench = await startCommandBench();
    await bench.run('migrate'); // the tables of the queue
    worker = await createWorker(loadSettings(bench.env));
  }, 60_000);
  afterAll(async () => {
    await worker.stop();
    await bench.stop();
  });

  function folder(name: string, changes: Readonly<Record<string, string>> = {}): string {
    const files = {
      'discussion.yaml': plan,
      'draft.kk.md': draft('Анықтама беру', 'Жалпы ережелер', 'Мерзімі – он күн.'),
      'draft.ru.md': draft('Выдача справки', 'Общие положения', 'Срок – десять дней.'),
      'remarks.csv': remarks,
      'decisions.csv': decisions,
      'revisions.csv': revisions,
      ...changes,
    };
    const path = join(bench.home, name);
    mkdirSync(path);
    for (const [file, text] of Object.entries(files)) writeFileSync(join(path, file), text);
    return path;
  }
  const dossiers = async () => (await bench.database.query('select from procedure')).length;
  const clock = ['--clock', '2016-07-20T12:00:00+06:00'] as const;

  it('carries a folder to a published report, closed and assembled by jobs, the late one refused (R8.2-R8.4)', async () => {
    const path = folder('whole');
    const ran = await bench.run('import', 'discussion', path, ...clock);
    expect([ran.code, ran.err]).toEqual([0, '']);
    expect(ran.out).toContain('took 3 remarks, 1 of them late');
    expect(ran.out).toContain('closed by its job, on the worker that lives');
    const { counts, rows, draft: reported, period } = JSON.parse(readFileSync(join(path, 'out/report.json'), 'utf8'));
    expect(period).toMatchObject({ lastDay: '2016-07-01', closeAt: '2016-07-01T18:00:00.000000Z' });
    expect([counts.received.total, counts.late, counts.points.takenIntoAccount.total]).toEqual([2, 1, 1]);
    expect(rows.map(({ text }: { text: string }) => text)).toEqual(['Мерзім тым ұзақ', 'Сократить срок']);
    expect(reported.isChanged).toBe(true);
    const run = JSON.parse(readFileSync(join(path, 'out/run.json'), 'utf8'));
    const [late] = await bench.database.query<{ number: string }>('select number from late_arrival');
    expect(run.numbers).toContainEqual({ ref: 'late', verdict: 'LATE', number: late?.number });
    expect(await bench.database.query('select state from procedure')).toEqual([{ state: 'REPORTED' }]);
  }, 60_000);

  it('names every fault of the files and enters nothing', async () => {
    const before = await dossiers();
    const path = folder('faulty', {
      'remarks.csv': `${remarks}none,yesterday,REMARK,de,X,9,Текст\n`,
      'decisions.csv': `${decisions}nobody,PERHAPS,,,,\n`,
    });
    const ran = await bench.run('import', 'discussion', path, ...clock);
    expect(ran.code).toBe(1);
    for (const line of [
      'remarks.csv, line 5: language',
      'remarks.csv, line 5: received_at',
      'decisions.csv, line 4: ref',
    ])
      expect(ran.err).toContain(line);
    expect(await dossiers()).toBe(before);
  });

  it('refuses acts before the close, and an undecided remark, before anything is written', async () => {
    const before = await dossiers();
    const early = await bench.run('import', 'discussion', folder('early'), '--clock', '2016-07-01T12:00:00+06:00');
    expect(early.err).toContain('closes at 2016-07-01T18:00:00.000000Z');
    const undecided = folder('undecided', { 'decisions.csv': decisions.replace(/^\*.*\n/m, '') });
    const ran = await bench.run('import', 'discussion', undecided, ...clock);
    expect(ran.err).toContain('remarks.csv, line 3: ref: last has no decision in decisions.csv');
    expect([early.code, ran.code, await dossiers()]).toEqual([1, 1, before]);
  });

  it('reads and checks only in a dry run, and only reads a foreign source', async () => {
    const before = await dossiers();
    const dry = await bench.run('import', 'discussion', folder('dry'), ...clock, '--dry-run');
    expect(dry.out).toMatch(/read 3 parts of a draft, 3 remarks, 2 rows of decisions\nDry run, nothing was changed\./);
    const source = await bench.run('import', 'discussion', bench.home, ...clock, '--source', 'decide-madrid');
    expect(source.err).toBe('A foreign source is only read: say --out, a folder to write to.');
    expect(await dossiers()).toBe(before);
  });
});
