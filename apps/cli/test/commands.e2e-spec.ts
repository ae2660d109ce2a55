import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type CommandBench, startCommandBench } from './run-talqy.js';

const header =
  'type,code,kind,name_kk,name_ru,name_en,subordinate_to_president,authority,resource_url,entered_on,act,body';
const goodRegister = [
  header,
  'body,MIN,CENTRAL,Министрлік,Министерство,,no,,,,,',
  'service,00403005,,Анықтама беру,Выдача справки,,,,,2016-05-20,№ 1 бұйрық,MIN',
  'section,004,,Мұрағаттар,Архивы,,,,,,,',
].join('\n');
const badRegister = [
  header,
  'body,NEW,CENTRAL,Жаңа,Новое,,no,,,,,',
  'service,12,,Қызмет,Услуга,,,,,2016-05-20,№ 1,MIN',
  'service,00000002,,Қызмет,Услуга,,,,,2016-05-20,№ 1,NOBODY',
  'section,15,,Бөлім,Раздел,,,,,,,',
].join('\n');

describe('talqy', () => {
  let bench: CommandBench;
  const file = (name: string, text: string) => {
    const path = join(bench.home, name);
    writeFileSync(path, text);
    return path;
  };
  const bodies = async () => (await bench.database.query('select code from state_body')).length;

  beforeAll(async () => {
    bench = await startCommandBench();
  });
  afterAll(() => bench.stop());

  it('lists its commands when it does not know one', async () => {
    const ran = await bench.run('dance');
    expect(ran.code).toBe(1);
    expect(ran.err).toMatch(/unknown command 'dance'/);
    for (const word of ['migrate', 'import', 'calendar', 'verify', 'doctor']) expect(ran.err).toContain(`  ${word}`);
  });

  it('lists every bad setting at once', async () => {
    const ran = await bench.runWith({ DATABASE_URL: 'mysql://x', TALQY_SECRET: 'short', PORT: 'many' }, 'verify');
    expect(ran.code).toBe(1);
    for (const name of ['DATABASE_URL', 'TALQY_SECRET', 'PORT']) expect(ran.err).toContain(`- ${name} must be`);
  });

  it('says in one line that the database does not answer', async () => {
    const ran = await bench.runWith({ DATABASE_URL: 'postgresql://u:secretword@127.0.0.1:9/x' }, 'verify');
    expect(ran.code).toBe(1);
    expect(ran.err).toMatch(/^The database does not answer.*$/);
    expect(ran.err).not.toContain('secretword');
  });

  it('migrates what is migrated already without a change', async () => {
    const ran = await bench.run('migrate');
    expect([ran.code, ran.err]).toEqual([0, '']);
    expect(ran.out).toContain('The database was up to date.');
  });

  it('imports a register, and changes nothing in a dry run', async () => {
    const good = file('good.csv', goodRegister);
    expect((await bench.run('import', 'register', good, '--dry-run')).out).toContain('nothing was changed');
    expect(await bodies()).toBe(0);
    const ran = await bench.run('import', 'register', good);
    expect([ran.code, ran.out]).toEqual([
      0,
      'Bodies: 1 new, 0 changed. Services: 1 new, 0 changed. Sections: 1 new, 0 changed.',
    ]);
  });

  it.each([[[]], [['--dry-run']]])(
    'names each bad row of a register with its line, nothing half-imported %j',
    async (more) => {
      const ran = await bench.run('import', 'register', file('bad.csv', badRegister), ...more);
      expect(ran.code).toBe(1);
      expect(ran.err).toContain('line 3: code: a service code has exactly eight digits');
      expect(ran.err).toContain('line 4: body: no body has this code');
      expect(ran.err).toContain('line 5: code: a section code has exactly three digits');
      expect(await bodies()).toBe(1);
    },
  );

  it('names a file that is not there', async () => {
    const ran = await bench.run('import', 'register', '/nowhere/register.csv');
    expect([ran.code, ran.err]).toEqual([1, 'There is no file /nowhere/register.csv.']);
  });

  it('loads the shipped calendar, and refuses a year with a fault by its row (REQ-07)', async () => {
    expect((await bench.run('calendar', 'import', '--shipped')).out).toMatch(/^Loaded 2014, .*2027:/);
    expect(await bench.database.query(`select from ledger_entry where act = 'calendar.imported'`)).toHaveLength(1);
    const bad = file('bad.json', '{"year": 2031, "source": "x", "days": [{"day": "2031-02-30", "kind": "HOLIDAY"}]}');
    const ran = await bench.run('calendar', 'import', bad);
    expect(ran.code).toBe(1);
    expect(ran.err).toContain('year 2031, day 1: day: not-a-day (2031-02-30)');
    expect((await bench.run('calendar', 'import')).code).toBe(1);
  });

  it('records an outage of the intake by hand, and refuses one that is no time or not over (REQ-26)', async () => {
    const record = (from: string, to: string) =>
      bench.run('outage', 'record', '--from', from, '--to', to, '--note', 'Желі үзілді');
    const ran = await record('2026-02-02 10:00', '2026-02-02T11:30:00+05:00');
    expect([ran.code, ran.err]).toEqual([0, '']);
    expect(ran.out).toContain('2026-02-02T10:00:00.000000+05:00 to 2026-02-02T11:30:00.000000+05:00');
    expect(await bench.database.query('select source, note from intake_outage')).toEqual([
      { source: 'OFFICIAL', note: 'Желі үзілді' },
    ]);
    expect((await record('yesterday', '2026-02-02 11:00')).err).toContain(
      '--from "yesterday" is no time in Asia/Almaty',
    );
    expect((await record('2026-02-02 10:00', '2026-02-02 09:00')).err).toContain('endedAt: malformed');
    expect((await record('2026-02-02 10:00', '2999-02-02 09:00')).err).toContain('endedAt: in-the-future');
    expect(await bench.database.query('select from intake_outage')).toHaveLength(1);
  });

  it('shows what is configured without secrets, and what is reachable', async () => {
    const ran = await bench.run('doctor');
    expect([ran.code, ran.err]).toEqual([0, '']);
    for (const name of ['database', 'migrations', 'queue', 'mail', 'signatures', 'zone data', 'clock', 'disk', 'jobs'])
      expect(ran.out).toContain(`  ok    ${name}: `);
    expect(ran.out).toContain('acting as talqy_app');
    expect(ran.out).not.toContain('s'.repeat(40));
  });

  it('exits with 1 and still shows the rest when something needed does not answer', async () => {
    const ran = await bench.runWith({ QUEUE_URL: 'redis://127.0.0.1:9', SMTP_URL: 'smtp://127.0.0.1:9' }, 'doctor');
    expect(ran.code).toBe(1);
    expect(ran.out).toContain('  FAULT queue: ');
    expect(ran.out).toContain('  FAULT mail: ');
    expect(ran.out).toContain('  ok    database: ');
  });
});
