import { sqlMigration } from './sql-migration.js';

/** Asked once a statement, not once a row. A setting that ended with its transaction is left behind as an empty text. */
const system = `(select current_setting('talqy.actor_scope', true) = 'system')`;
const body = `(select nullif(current_setting('talqy.body', true), '')::uuid)`;

/** The list is made once a statement, by a function that no planner looks into: policies that ask policies cost tenfold. */
const ownDiscussion = (id: string) => `${id} = any ((select own_discussions())::uuid[])`;
const ofRemark = (id: string) =>
  `exists (select from remark r where r.id = ${id} and ${ownDiscussion('r.discussion_id')})`;
const ofReport = (id: string) =>
  `exists (select from report t where t.id = ${id} and ${ownDiscussion('t.discussion_id')})`;
const ofPublished = (id: string) => `exists (select from report t where t.id = ${id} and t.published_at is not null)`;
/** Of a parent that may be seen; the parent's own rule asks whose it is. */
const of = (parent: string, id: string) => `exists (select from ${parent} x where x.id = ${id})`;
/** Through a view that knows whose a thing is, and nothing else of it. */
const ofBody = (view: string, id: string) =>
  `exists (select from ${view} w where w.id = ${id} and w.body_id = ${body})`;

/** A draft under discussion is everybody's, the revised one with the report that names it (decision 14). */
const placedOrRevised = (id: string) =>
  `exists (select from discussion d where d.version_id = ${id}) or is_revised_in_report(${id})`;

/** As the owner, whom no policy holds: they tell ids alone. Which draft a report names is read once, when it is published. */
const whose = [
  `create function own_discussions() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
     select coalesce(array_agg(d.id), '{}') from discussion d join procedure p on p.id = d.procedure_id
      where p.developer_id = nullif(current_setting('talqy.body', true), '')::uuid
   $$`,
  `create function revised_draft(discussion_id uuid, data text) returns text language sql immutable parallel safe
     return discussion_id::text || ':' || (nullif(data, '')::json #>> '{draft,revised,version}')`,
  'create index ix_report_revised_draft on report (revised_draft(discussion_id, data)) where published_at is not null',
  `create function is_revised_in_report(draft uuid) returns boolean
     language sql stable security definer set search_path = public, pg_temp as $$
     select exists (select from draft_version v join discussion d on d.procedure_id = v.procedure_id
                      join report t on revised_draft(t.discussion_id, t.data) = d.id::text || ':' || v.version
                     where v.id = draft and t.published_at is not null)
   $$`,
  'revoke all on function own_discussions(), is_revised_in_report(uuid) from public',
  'grant execute on function own_discussions(), is_revised_in_report(uuid) to talqy_app',
  'create view body_of_procedure as select id, developer_id as body_id from procedure',
  `create view body_of_version as select v.id, p.developer_id as body_id from draft_version v join procedure p on p.id = v.procedure_id`,
];

const views = ['placed_clause', 'placed_procedure', 'body_of_procedure', 'body_of_version'];

interface Parent {
  readonly from: string;
  readonly where: (row: string) => string;
  readonly body: string;
}

const withItsBody = (table: string, { from, where, body: parentBody }: Parent): string[] => [
  `alter table ${table} add column body_id uuid`,
  `alter table ${table} disable trigger user`,
  `update ${table} x set body_id = ${parentBody} from ${from} where ${where('x')}`,
  `alter table ${table} enable trigger user`,
  `alter table ${table} alter column body_id set default own_body(), alter column body_id set not null`,
  `create function body_of_${table}() returns trigger language plpgsql as $$
   begin
     select ${parentBody} into new.body_id from ${from} where ${where('new')};
     return new;
   end $$`,
  `create trigger body_of_${table} before insert on ${table} for each row when (new.body_id is null)
     execute function body_of_${table}()`,
  `create trigger ${table}_keeps_its_body before update of body_id on ${table} for each row
     execute function stays_as_written()`,
  `create function ${table}_is_of_its_body() returns trigger language plpgsql security definer
     set search_path = public, pg_temp as $$
   begin
     if exists (select from written w, ${from} where ${where('w')} and ${parentBody} <> w.body_id) then
       raise exception 'a ${table} is of the body whose draft is discussed' using errcode = 'check_violation';
     end if;
     return null;
   end $$`,
  `create trigger ${table}_is_of_its_body after insert on ${table} referencing new table as written
     for each statement execute function ${table}_is_of_its_body()`,
];

/**
 * Points and decisions are counted by the hundred thousand, so each knows its body: an official's by itself, the system's by its
 * parent, and no one's may be that of another.
 */
const bodies = [
  `create function own_body() returns uuid language sql stable parallel safe
     return nullif(current_setting('talqy.body', true), '')::uuid`,
  ...withItsBody('point', {
    from: 'remark r join discussion d on d.id = r.discussion_id join procedure p on p.id = d.procedure_id',
    where: (row) => `r.id = ${row}.remark_id`,
    body: 'p.developer_id',
  }),
  ...withItsBody('decision', { from: 'point p', where: (row) => `p.id = ${row}.point_id`, body: 'p.body_id' }),
];

const noBodies = (['decision', 'point'] as const).flatMap((table) => [
  `drop trigger ${table}_is_of_its_body on ${table}`,
  `drop trigger ${table}_keeps_its_body on ${table}`,
  `drop trigger body_of_${table} on ${table}`,
  `drop function ${table}_is_of_its_body()`,
  `drop function body_of_${table}()`,
  `alter table ${table} drop column body_id`,
]);

interface Rule {
  /** Whose body may read it in any state, write and delete it. */
  readonly own: string;
  /** When everybody may read it. */
  readonly published?: string;
}

/** A policy may only ask what never asks back: a circle would be an error of every statement. */
const rules: Readonly<Record<string, Rule>> = {
  procedure: {
    own: `developer_id = ${body}`,
    published: 'exists (select from discussion d where d.procedure_id = procedure.id)',
  },
  report: { own: ownDiscussion('discussion_id'), published: 'published_at is not null' },
  report_rendering: { own: ofReport('report_id'), published: ofPublished('report_id') },
  report_row: { own: ofReport('report_id'), published: ofPublished('report_id') },
  report_remark: { own: ofReport('report_id'), published: ofPublished('report_id') },
  report_fact: { own: ofReport('report_id') },
  report_signature: { own: ofReport('report_id'), published: ofPublished('report_id') },
  report_erratum: { own: ownDiscussion('discussion_id'), published: ofPublished('report_erratum.report_id') },
  report_run: { own: ownDiscussion('discussion_id') },
  report_step: { own: of('report_run', 'run_id') },
  draft_version: {
    own: ofBody('body_of_procedure', 'procedure_id'),
    published: placedOrRevised('draft_version.id'),
  },
  clause: { own: ofBody('body_of_version', 'version_id'), published: placedOrRevised('clause.version_id') },
  hiding: { own: ofRemark('remark_id'), published: `state in ('IN_FORCE', 'LIFTED')` },
  received_entry: { own: ownDiscussion('discussion_id') },
  received_entry_file: { own: of('received_entry', 'entry_id') },
  sheet_import: { own: ownDiscussion('discussion_id') },
  point: { own: `body_id = ${body}` },
  point_span: { own: of('point', 'point_id') },
  decision: { own: `body_id = ${body}` },
  decision_confirmation: { own: of('decision', 'decision_id') },
  own_initiative: { own: ownDiscussion('discussion_id') },
  remark_assignment: { own: ofRemark('remark_id') },
  remark_flag: { own: ofRemark('remark_id') },
  remark_note: { own: ofRemark('remark_id') },
  remark_note_mention: { own: of('remark_note', 'note_id') },
  ground_template: { own: `body_id = ${body}` },
  grouping_run: { own: ownDiscussion('discussion_id') },
  text_signature: { own: ownDiscussion('discussion_id') },
  signature_band: { own: ownDiscussion('discussion_id') },
  remark_group: { own: ownDiscussion('discussion_id') },
  remark_group_member: { own: of('remark_group', 'group_id') },
  remark_kept_apart: { own: of('remark_group', 'group_id') },
  group_suggestion: { own: ownDiscussion('discussion_id') },
  group_suggestion_member: { own: of('group_suggestion', 'suggestion_id') },
  group_dismissal: { own: ownDiscussion('discussion_id') },
};

const protect = ([table, { own, published }]: readonly [string, Rule]): string[] => [
  `create policy own_work on ${table} for all to talqy_app using (${system} or ${body} is not null and ${own})`,
  ...(published ? [`create policy published on ${table} for select to talqy_app using (${published})`] : []),
  `alter table ${table} enable row level security`,
];

const free = ([table, { published }]: readonly [string, Rule]): string[] => [
  `alter table ${table} disable row level security`,
  ...(published ? [`drop policy published on ${table}`] : []),
  `drop policy own_work on ${table}`,
];

/**
 * Decision 29: what a body has not published is seen and changed only by statements that are said to be for that body, or for the
 * system. Guards and use cases decide; this catches the query that forgot to. Without a word nothing unpublished is there.
 *
 * The index of words cannot be used below a policy (its operator might tell of rows it was not to see), so the public search reads
 * two views that are published by what they are.
 */
export const UnpublishedWork = sqlMigration(
  46,
  'UnpublishedWork',
  [
    ...bodies,
    ...whose,
    ...Object.entries(rules).flatMap(protect),
    'alter view standing_member set (security_invoker = true)',
    `create view placed_clause as select c.* from clause c
      where exists (select from discussion d where d.version_id = c.version_id)`,
    `create view placed_procedure as select p.* from procedure p
      where exists (select from discussion d where d.procedure_id = p.id)`,
    `revoke all on ${views.join(', ')} from talqy_app`,
    `grant select on ${views.join(', ')} to talqy_app`,
  ],
  [
    'alter view standing_member reset (security_invoker)',
    ...Object.entries(rules).toReversed().flatMap(free),
    `drop view ${views.join(', ')}`,
    'drop function own_discussions()',
    'drop function is_revised_in_report(uuid)',
    'drop index ix_report_revised_draft',
    'drop function revised_draft(uuid, text)',
    ...noBodies,
    'drop function own_body()',
  ],
);
