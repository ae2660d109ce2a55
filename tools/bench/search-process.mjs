// Starts the search for similar remarks in a process of its own and reads what it says.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { PlainFault } from '../plain-fault.mjs';
import { root } from '../root.mjs';
import { openDiscussion } from './bench-database.mjs';
import { loadRemarks } from './load-remarks.mjs';

/** A closed discussion with these remarks. @returns its id */
export async function closedDiscussion(database, remarks) {
  const { discussionId } = await openDiscussion(database);
  await loadRemarks(database.url, discussionId, remarks);
  await database.query(`update discussion set state = 'CLOSED', closed_at = now() where id = $1`, [discussionId]);
  return discussionId;
}

/** @returns seconds, CPU seconds, stages and peak memory of the process */
export async function searchIn(database, discussionId) {
  const child = spawn(process.execPath, [join(root, 'tools/bench/suggest-groups.mjs'), discussionId], {
    cwd: root,
    env: { PATH: process.env.PATH, NODE_ENV: 'production', DATABASE_URL: database.url },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  const [code] = await once(child, 'close');
  const said = code === 0 ? JSON.parse(output) : {};
  if (said.outcome !== 'done') throw new PlainFault(`the search ended with ${said.outcome ?? code}`);
  return said;
}

/** How what was suggested in a discussion agrees with where its remarks are from. */
export async function judge({ query }, discussionId) {
  const [row] = await query(
    `with found as (
       select b.letter, b.is_copy, m.suggestion_id
         from remark r
         join bench_remark b on b.remark_id = r.id
         left join (group_suggestion_member m join group_suggestion s on s.id = m.suggestion_id and s.kind <> 'SAME_SENDER')
           on m.remark_id = r.id
        where r.discussion_id = $1
     ), home as (
       select letter, suggestion_id from found where is_copy and suggestion_id is not null group by letter, suggestion_id
     )
     select count(*) filter (where letter >= 0 and not is_copy)::int as edits,
            count(*) filter (where letter >= 0 and not is_copy and exists (
              select from home h where h.letter = f.letter and h.suggestion_id = f.suggestion_id))::int as "editsFound",
            count(*) filter (where letter < 0)::int as unique,
            count(*) filter (where letter < 0 and suggestion_id is not null)::int as "uniqueGrouped",
            (select count(*) from (select from found where suggestion_id is not null
               group by suggestion_id having count(distinct letter) > 1) m)::int as mixed,
            count(distinct suggestion_id)::int as suggestions
       from found f`,
    [discussionId],
  );
  return row;
}
