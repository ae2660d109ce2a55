// A discussion whose term is over, and what of it is to be waited for.
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { PlainFault } from '../plain-fault.mjs';
import { openDiscussion } from './bench-database.mjs';

const LOOK = 200;
const UNCHANGED_AT_MOST = 3_600_000;

/** Open, its term over: in June 2016, as the remarks of `loadRemarks`. Its revised draft changed the one clause. */
export async function discussionThatIsOver({ query }) {
  const { discussionId, anchor } = await openDiscussion({ query });
  const [{ procedureId, bodyId }] = await query(
    `update discussion d set open_at = '2016-06-01T04:00:00Z', term_date = '2016-06-01', last_day = '2016-07-01',
            close_at = '2016-07-01T18:00:00Z', strict_close_at = '2016-06-30T18:00:00Z'
       from procedure p where d.id = $1 and p.id = d.procedure_id
     returning p.id as "procedureId", p.developer_id as "bodyId"`,
    [discussionId],
  );
  await query(
    `insert into placement (id, discussion_id, subject, channel, url, placed_at, recorded_by, recorded_at)
     values ($1, $2, 'DRAFT', 'OWN_RESOURCE', 'https://ministry.example.kz/drafts/1', '2016-06-01T04:00:00Z', 'system:bench', now())`,
    [randomUUID(), discussionId],
  );
  await revise({ query }, procedureId, anchor);
  return { discussionId, bodyId, anchor };
}

/** A second version of the draft, its one clause changed. */
async function revise({ query }, procedureId, anchor) {
  const { textHash } = await import('#lib/drafting');
  const title = { kk: 'Жоба', ru: 'Проект' };
  const text = { kk: 'Жаңа мәтін', ru: 'Новый текст' };
  const clause = { kind: 'clause', lineageId: anchor, parent: null, position: 1, label: '1', text };
  const id = randomUUID();
  await query(
    `insert into draft_version (id, procedure_id, version, title_kk, title_ru, text_sha256, created_by, created_at)
     values ($1, $2, 2, $3, $4, decode($5, 'hex'), 'system:bench', now())`,
    [id, procedureId, title.kk, title.ru, textHash({ title, parts: [clause] })],
  );
  await query(
    `insert into clause (version_id, position, lineage_id, kind, level, label, text_kk, text_ru)
     values ($1, 1, $2, 'CLAUSE', 1, '1', $3, $4)`,
    [id, anchor, text.kk, text.ru],
  );
}

export async function until(condition) {
  for (let waited = 0; !(await condition()); waited += LOOK) {
    if (waited > UNCHANGED_AT_MOST) throw new PlainFault('waited an hour in vain');
    await sleep(LOOK);
  }
}

export async function isSealed({ query }) {
  const [pending] = await query('select 1 from ledger_entry where sequence is null limit 1');
  return pending === undefined;
}

export async function isDone({ query }, job) {
  const [found] = await query(
    'select done_at is not null as "isDone", last_error as error from outbox_job where job = $1',
    [job],
  );
  if (found?.error) throw new PlainFault(`${job}: ${found.error}`);
  return found?.isDone ?? false;
}

const nameOf = ({ step, format, language }) =>
  step === 'RENDER' ? `${format}${language === 'mul' ? '' : ` ${language}`}` : step.toLowerCase();

/** Tells each step of a run as it is done, timed by the books of the run. @returns the id of the report */
export async function followRun({ query }, runId, worker, stages) {
  const told = new Set();
  worker.forgetPeak();
  for (;;) {
    const steps = await query(
      `select ordinal, step, format, language, state, error, extract(epoch from finished_at - started_at)::float8 as seconds
         from report_step where run_id = $1 order by ordinal`,
      [runId],
    );
    for (const { ordinal, state, seconds, ...step } of steps) {
      if (step.error) throw new PlainFault(`${nameOf(step)}: ${step.error}`);
      if (state !== 'DONE' || told.has(ordinal)) continue;
      told.add(ordinal);
      stages.add(nameOf(step), seconds, worker);
      worker.forgetPeak();
    }
    const [run] = await query('select state, report_id as "reportId" from report_run where id = $1', [runId]);
    if (run.state === 'DONE' && told.size === steps.length) return run.reportId;
    if (run.state !== 'RUNNING' && run.state !== 'DONE') throw new PlainFault(`the run is ${run.state}`);
    await sleep(LOOK);
  }
}
