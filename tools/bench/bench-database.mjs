// A durable throw-away server (fsync on), migrated, with one standing draft to discuss.
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { startTemporaryPostgres } from '../postgres/temporary.mjs';

const settings = {
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  shared_buffers: '512MB',
  max_wal_size: '4GB',
};

export async function startBenchDatabase() {
  const server = await startTemporaryPostgres({ settings });
  try {
    const { migrate } = await import('#lib/database');
    await migrate(server.url);
    const pool = new pg.Pool({ connectionString: server.url, max: 2 });
    pool.on('error', () => undefined); // an idle connection that the stopping server closes first
    await pool.query(
      `create table bare_remark (id uuid primary key, discussion_id uuid not null, body text not null,
         received_at timestamptz not null default clock_timestamp())`,
    );
    const stop = async () => {
      await pool.end();
      await server.stop();
    };
    return {
      url: server.url,
      pid: server.pid,
      query: async (sql, values) => (await pool.query(sql, values)).rows,
      stop,
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** An open discussion of its own for every sample. */
export async function openDiscussion({ query }, { clauses = 1 } = {}) {
  const [body, procedure, version, anchor, discussion] = Array.from({ length: 5 }, () => randomUUID());
  await query(
    `insert into state_body (id, code, kind, name_kk, name_ru) values ($1, $2, 'CENTRAL', 'Үлгі', 'Образец')`,
    [body, body],
  );
  await query(
    `insert into procedure (id, kind, developer_id, title_kk, title_ru, profile_family, state, created_at)
     values ($1, 'OTHER_DRAFT', $2, 'Жоба', 'Проект', 'kz-126', 'OPEN', now())`,
    [procedure, body],
  );
  await query(
    `insert into draft_version (id, procedure_id, version, title_kk, title_ru, text_sha256, created_by, created_at)
     values ($1, $2, 1, 'Жоба', 'Проект', '\\x00', 'system:bench', now())`,
    [version, procedure],
  );
  await query(
    `insert into clause (version_id, position, lineage_id, kind, level, label, text_kk, text_ru)
     select $1, n, case n when 1 then $2::uuid else gen_random_uuid() end, 'CLAUSE', 1, n::text, repeat('Мәтін сөзі ', $4), repeat('Слово текста ', $4)
       from generate_series(1, $3::int) as n`,
    [version, anchor, clauses, clauses === 1 ? 1 : 25],
  );
  await query(
    `insert into discussion (id, procedure_id, version_id, profile_id, state, zone, open_at, close_at)
     values ($1, $2, $3, 'kz-126-2016-06', 'OPEN', 'Asia/Almaty', now() - interval '1 day', now() + interval '1 day')`,
    [discussion, procedure, version],
  );
  return { discussionId: discussion, anchor };
}
