import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LedgerModule, SealLedger } from '#lib/ledger';
import { startTestBed } from '#lib/testing';
import { type CommandBench, startCommandBench } from './run-talqy.js';

describe('talqy seed demo', () => {
  let bench: CommandBench;
  beforeAll(async () => {
    bench = await startCommandBench();
  });
  afterAll(() => bench.stop());

  const counts = () =>
    bench.database.query<{ service: string; state: string; remarks: number; decided: number; reports: number }>(
      `select s.code as service, p.state,
              (select count(*)::int from remark r where r.discussion_id = d.id) as remarks,
              (select count(*)::int from remark r join point t on t.remark_id = r.id join decision c on c.point_id = t.id
                where r.discussion_id = d.id and c.superseded_at is null) as decided,
              (select count(*)::int from report t where t.discussion_id = d.id and t.state = 'PUBLISHED') as reports
         from discussion d join procedure p on p.id = d.procedure_id join public_service s on s.id = p.service_id
        order by s.code`,
    );

  it('is not shown before it is there', async () => {
    const ran = await bench.run('demo', 'show');
    expect([ran.code, ran.err]).toEqual([1, 'The demo is not there: run `talqy seed demo`.']);
  });

  it('carries four standards to four stages through the use cases', async () => {
    const ran = await bench.run('seed', 'demo');
    expect([ran.code, ran.err]).toEqual([0, '']);
    expect(await counts()).toEqual([
      { service: '01507001', state: 'REPORTED', remarks: 12, decided: 12, reports: 1 },
      { service: '01507002', state: 'REPORTED', remarks: 0, decided: 0, reports: 1 },
      { service: '02104001', state: 'OPEN', remarks: 40, decided: 0, reports: 0 },
      { service: '02104002', state: 'CLOSED', remarks: 15, decided: 8, reports: 0 },
    ]);
  });

  it('names the section of every service, so that each of the four has a topic', async () => {
    const topics = await bench.database.query(
      `select x.code, x.name_ru as name, count(*)::int as discussions from discussion d join procedure p on p.id = d.procedure_id
         join public_service s on s.id = p.service_id join register_section x on x.code = left(s.code, 3)
        group by x.id order by x.code`,
    );
    expect(topics).toEqual([
      { code: '015', name: 'Жилье и городская среда', discussions: 2 },
      { code: '021', name: 'Дети и образование', discussions: 2 },
    ]);
  });

  it('leaves one letter on paper to a second official, with its scan and the days since its arrival (REQ-41)', async () => {
    const letters = await bench.database.query(
      `select s.code as service, e.state, e.channel, e.backdated_days >= 5 as "isBackdated", f.media_type as scan
         from received_entry e join discussion d on d.id = e.discussion_id join procedure p on p.id = d.procedure_id
         join public_service s on s.id = p.service_id
         join received_entry_file x on x.entry_id = e.id and x.purpose = 'SCAN' join stored_file f on f.id = x.file_id`,
    );
    expect(letters).toEqual([
      { service: '02104002', state: 'ENTERED', channel: 'PAPER', isBackdated: true, scan: 'image/jpeg' },
    ]);
  });

  it('leaves the consideration half way: a remark split, two claimed, a note, a ground to start from', async () => {
    const [work] = await bench.database.query(
      `select (select max(n) from (select count(*)::int as n from point where retired_at is null group by remark_id) p) as points,
              (select count(*)::int from remark_assignment) as claimed,
              (select count(*)::int from remark_note) as notes,
              (select count(*)::int from ground_template) as templates`,
    );
    expect(work).toEqual({ points: 2, claimed: 2, notes: 1, templates: 1 });
  });

  it('changes nothing the second time', async () => {
    const tables = [
      'state_body',
      'officer',
      'procedure',
      'remark',
      'decision',
      'report',
      'received_entry',
      'ledger_entry',
    ];
    const rows = () => Promise.all(tables.map((table) => bench.database.query(`select count(*) from ${table}`)));
    const before = await rows();
    const ran = await bench.run('seed', 'demo');
    expect([ran.code, ran.out]).toEqual([0, 'The demo was there already.']);
    expect(await rows()).toEqual(before);
  });

  it('prints the address, the sign-ins and where the report lies', async () => {
    const ran = await bench.runWith({ PUBLIC_URL: 'https://talqy.example.kz' }, 'demo', 'show');
    expect(ran.code).toBe(0);
    expect(ran.out).toContain('https://talqy.example.kz');
    expect(ran.out).toMatch(/signer@kotm\.example\s+(\w{4}-){3}\w{4}\s/);
    for (const language of ['kk', 'ru'])
      expect(existsSync(`${bench.home}/demo/report-01507001.${language}.docx`)).toBe(true);
  });

  it('lets the published report be downloaded, and no other', async () => {
    const [reported, waiting] = await bench.database.query<{ id: string }>(
      `select d.id from discussion d join procedure p on p.id = d.procedure_id join public_service s on s.id = p.service_id
        where s.code in ('01507002', '02104002') order by s.code`,
    );
    const download = (id = '') =>
      bench.run('report', 'download', '--discussion', id, '--format', 'json', '--to', bench.home);
    expect((await download(reported?.id)).out).toBe(`${bench.home}/report.json`);
    expect((await download(waiting?.id)).code).toBe(1);
  });

  it('makes an account, and refuses a body that is not there', async () => {
    const create = (body: string) =>
      bench.run('officer', 'create', '--email', 'a@b.kz', '--name', 'А', '--body', body, '--role', 'officer', 'signer');
    expect((await create('BBM')).out).toMatch(
      /^Made the account a@b\.kz \(officer, signer of BBM\)\.\nPassword: \S{20}$/,
    );
    expect((await create('NONE')).err).toBe('The register has no state body NONE.');
    expect((await create('BBM')).code).toBe(1);
  });

  it('leaves a ledger that is whole, and names the row that was changed behind its back (REQ-115)', async () => {
    const bed = await startTestBed({ imports: [LedgerModule], database: bench.database });
    while ((await bed.get(SealLedger).execute()) > 0);
    await bed.stop();
    const whole = await bench.run('verify');
    expect([whole.code, whole.err]).toEqual([0, '']);
    const change = (act: string) => bench.database.query(`update ledger_entry set act = $1 where sequence = 7`, [act]);
    await expect(change('remark.received')).rejects.toThrow('the ledger only grows');
    await bench.database.query('alter table ledger_entry disable trigger ledger_entry_only_grows');
    await change('remark.received');
    const broken = await bench.run('verify');
    expect(broken.code).toBe(1);
    expect(broken.err).toMatch(
      /^The ledger is broken at entry 7 \(id [0-9a-f-]{36}\): its content does not match its hash\.$/,
    );
    const kept = await bench.database.query('select actor, entries, fault from ledger_verification order by at');
    expect(kept).toEqual([
      { actor: 'system:cli', entries: expect.any(String), fault: null },
      { actor: 'system:cli', entries: '6', fault: 'content' },
    ]);
    expect((await bench.run('doctor')).out).toMatch(/note {2}ledger: the chain was broken at entry 7 \(content\)/);
  });
});
