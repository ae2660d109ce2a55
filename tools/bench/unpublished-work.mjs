// npm run bench:rules: what the policies of decision 29 cost, statement by statement, by turns with and without them on the same rows
// (EXPLAIN ANALYZE, medians). The figure is the ratio. DATABASE_URL names a migrated database to use in place of a new one.
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { buildAll } from '../build/build.mjs';
import { run } from '../plain-fault.mjs';
import { openDiscussion, startBenchDatabase } from './bench-database.mjs';

const REMARKS = 20_000;
const OTHERS = 200;
const CLAUSES = 300;
const TURNS = Number(process.env.TURNS ?? 31);

async function main() {
  const given = process.env.DATABASE_URL;
  if (!given) await buildAll();
  const database = given ? { url: given, stop: async () => {} } : await startBenchDatabase();
  const owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
  try {
    const scene = await fill(owner);
    const app = new pg.Client({
      connectionString: database.url,
      options: '-c role=talqy_app -c jit=off -c timezone=UTC',
    });
    await app.connect();
    const tables = await protectedTables(owner);
    for (const statement of statements(scene)) await measure(owner, app, tables, statement);
    await app.end();
  } finally {
    await owner.end();
    await database.stop();
  }
}

const protectedTables = async (owner) =>
  (await owner.query('select oid::regclass::text as name from pg_class where relrowsecurity')).rows.map(
    ({ name }) => name,
  );

async function fill(owner) {
  const query = async (sql, values) => (await owner.query(sql, values)).rows;
  const scene = await openDiscussion({ query });
  for (let other = 0; other < OTHERS; other += 1) await openDiscussion({ query });
  const [{ developer_id: body, version_id: version }] = await query(
    'select developer_id, version_id from discussion d join procedure p on p.id = d.procedure_id where d.id = $1',
    [scene.discussionId],
  );
  const officer = randomUUID();
  await query(`set session_replication_role = 'replica'`);
  await query(`select set_config('talqy.body', $1, false)`, [body]);
  await query(
    `insert into clause (version_id, position, lineage_id, kind, level, label, text_kk, text_ru)
     select $1, i, gen_random_uuid(), 'CLAUSE', 1, i::text, 'Мәтін', 'Текст' from generate_series(2, ${CLAUSES}) i`,
    [version],
  );
  await query(
    `insert into officer (id, email, name, password_hash, body_id, roles) values ($1, 'a@b.example', 'O', '-', $2, '{officer}')`,
    [officer, body],
  );
  await fillConsideration(query, scene, officer);
  await query(`set session_replication_role = 'origin'`);
  await query('analyze');
  return { ...scene, body, version };
}

async function fillConsideration(query, scene, officer) {
  await query(
    `insert into remark (id, discussion_id, number, kind, sender_kind, intake_channel, language, body, anchors, state, received_at,
       profile_id, close_at, salt, commitment, normalised_hash)
     select gen_random_uuid(), $1, 'B-' || i, 'REMARK', 'INDIVIDUAL', 'PORTAL', 'ru', 'Текст ' || i, array[$2::uuid], 'RECEIVED',
       now() - interval '1 hour' + i * interval '1 millisecond', 'kz-126-2016-06', now() + interval '1 day', '\\x00', '\\x00', '\\x00'
       from generate_series(1, ${REMARKS}) i`,
    [scene.discussionId, scene.anchor],
  );
  await query(`insert into point (id, remark_id, position) select gen_random_uuid(), id, 1 from remark`);
  await query(
    `insert into decision (id, point_id, version, outcome, reason_code, ground_kk, ground_ru, decided_by, decided_at)
     select gen_random_uuid(), id, 1, 'TAKEN_INTO_ACCOUNT', 'ACCEPTED', 'Н', 'О', 'officer:one', now() from point where random() < 0.9`,
  );
  await query(
    `insert into remark_note (id, remark_id, author_id, body, written_at)
     select gen_random_uuid(), id, $1, 'N', now() from remark where random() < 0.2`,
    [officer],
  );
  await query(
    `insert into remark_assignment (remark_id, officer_id, assigned_by, assigned_at)
     select id, $1, 'officer:one', now() from remark where random() < 0.5`,
    [officer],
  );
}

/** Their words are those of the product; the queue and the intake as they are there, less the sealed names. */
const statements = ({ body, discussionId, version }) => [
  { name: 'queue, first page', body, sql: queue('', discussionId) },
  { name: 'queue, what is not decided', body, sql: queue(`and ${UNDECIDED}`, discussionId) },
  {
    name: 'progress of all remarks',
    body,
    sql: `select count(*) from remark r where r.discussion_id = '${discussionId}' and ${UNDECIDED}`,
  },
  {
    name: 'text of a draft, public',
    sql: `select lineage_id, position, kind, level, label, text_kk from clause where version_id = '${version}' order by position`,
  },
  {
    name: 'public list',
    sql: `select d.id, p.title_kk from discussion d join procedure p on p.id = d.procedure_id order by d.open_at desc, d.id limit 20`,
  },
  {
    name: 'search, public',
    sql: `select version_id, min(position) from placed_clause where words_of(text_kk, text_ru, text_en) @@ words_sought('{текст}') group by 1`,
  },
  { name: 'intake of a remark', sql: intake(discussionId), isWriting: true },
];

const LIVE = 'p.remark_id = r.id and p.retired_at is null';
const CURRENT = 'd.point_id = p.id and d.superseded_at is null';
const UNDECIDED = `(not exists (select from point p where ${LIVE}) or exists (
  select from point p where ${LIVE} and not exists (select from decision d where ${CURRENT})))`;

const queue = (condition, discussion) => `
  select r.id, r.number, r.body,
         coalesce((select json_agg(json_build_object('lineageId', c.lineage_id, 'label', c.label) order by c.position)
                     from clause c where c.version_id = s.version_id and c.lineage_id = any(r.anchors)), '[]') as anchors,
         coalesce((select json_agg(json_build_object('position', p.position, 'outcome', d.outcome, 'isConfirmed', exists (
                            select from decision_confirmation c where c.decision_id = d.id)) order by p.position)
                     from point p left join decision d on ${CURRENT} where ${LIVE}), '[]') as points,
         (select json_build_object('id', o.id, 'name', o.name, 'dueOn', a.due_on)
            from remark_assignment a join officer o on o.id = a.officer_id where a.remark_id = r.id) as worker,
         exists (select from remark_flag f where f.remark_id = r.id) as flagged,
         (select m.group_no from standing_member m where m.remark_id = r.id) as group_no,
         (select count(*)::int from remark_note n where n.remark_id = r.id) as notes
    from remark r join discussion s on s.id = r.discussion_id
   where r.discussion_id = '${discussion}' and r.state = 'RECEIVED' ${condition}
   order by r.received_at, r.id limit 51`;

const intake = (discussion) => {
  const row = {
    discussion_id: discussion,
    id: randomUUID(),
    number: 'BENCH-1',
    ledger_id: randomUUID(),
    event_id: randomUUID(),
    key: 'bench',
    fingerprint: '\\x00',
    kind: 'REMARK',
    sender_kind: 'INDIVIDUAL',
    channel: 'PORTAL',
    language: 'ru',
    body: 'Текст',
    anchors: [],
    salt: '\\x00',
    commitment: '\\x00',
    normalised: '\\x00',
    key_id: 'k1',
    sealed: `\\x${'00'.repeat(40)}`,
  };
  return `select * from take_remarks('{1}', '[${JSON.stringify(row)}]', '{1}', 'citizen', 'remark.received')`;
};

/** Without and with, by turns; what is written is taken back. */
async function measure(owner, app, tables, { name, body, sql, isWriting }) {
  const times = { without: [], with: [] };
  const turns = isWriting ? TURNS * 5 : TURNS;
  for (let turn = -2; turn < turns; turn += 1) {
    for (const side of ['without', 'with']) {
      await owner.query(
        tables
          .map((table) => `alter table ${table} ${side === 'with' ? 'enable' : 'disable'} row level security`)
          .join(';'),
      );
      await app.query('begin');
      await app.query(`select set_config('talqy.body', $1, true)`, [body ?? '']);
      await app.query(sql); // plans and relations are known
      await app.query('rollback; begin');
      await app.query(`select set_config('talqy.body', $1, true)`, [body ?? '']);
      const [plan] = (await app.query(`explain (analyze, timing off, format json) ${sql}`)).rows[0]['QUERY PLAN'];
      await app.query('rollback');
      if (turn >= 0) times[side].push(plan['Planning Time'] + plan['Execution Time']);
    }
  }
  const [without, withRules] = [median(times.without), median(times.with)];
  const fastest = (side) => Math.min(...times[side]).toFixed(2);
  console.log(
    `${name.padEnd(28)} without ${without.toFixed(2)} ms, with ${withRules.toFixed(2)} ms, ratio ${(withRules / without).toFixed(3)}` +
      `  (fastest ${fastest('without')} and ${fastest('with')})`,
  );
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

await run(main);
