// The denominator of the report: PostgreSQL writes the same rows by itself.
import { performance } from 'node:perf_hooks';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';

/** @returns seconds of `COPY (every remark with its points and decisions) TO STDOUT (format csv)` */
export async function copyOut(url, discussionId) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const startedAt = performance.now();
    await pipeline(client.query(copyTo(`copy (${rows(discussionId)}) to stdout (format csv)`)), nowhere());
    return (performance.now() - startedAt) / 1_000;
  } finally {
    await client.end();
  }
}

const rows = (discussionId) => `
  select r.number, r.kind, r.state, r.received_at, r.body, r.proposed_wording, m.group_no, p.position, d.outcome, d.reason_code,
         d.ground_kk, d.ground_ru, d.changed_clauses, d.no_change_kk, d.no_change_ru, d.decided_at
    from remark r
    left join standing_member m on m.remark_id = r.id
    left join point p on p.remark_id = r.id and p.retired_at is null
    left join decision d on d.point_id = p.id and d.superseded_at is null
   where r.discussion_id = ${pg.escapeLiteral(discussionId)}
   order by r.received_at, r.number`;

const nowhere = () => new Writable({ write: (_chunk, _encoding, done) => done() });
