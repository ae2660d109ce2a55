import { newId } from '#lib/kernel';
import { type DiscussionRows, insertDiscussion, insertDraftVersion, type TestDatabase } from '#lib/testing';

export interface UnpublishedWork extends DiscussionRows {
  /** Of a draft that was never placed. */
  readonly dossierId: string;
  readonly reportId: string;
}

const AT = '2016-07-05T06:00:00Z';
const sha256 = `\\x${'ab'.repeat(32)}`;
const reasons = { reason_kk: 'Негіздеме', reason_ru: 'Обоснование' };
const grounds = { ground_kk: 'Негіздеме', ground_ru: 'Обоснование' };
const by = 'officer:one';

/** Writes as the owner of the tables, whom no policy holds. */
export async function insertRow(database: TestDatabase, table: string, row: Readonly<Record<string, unknown>>) {
  const columns = Object.keys(row).join(', ');
  await database.query(
    `insert into ${table} (${columns}) select ${columns} from jsonb_populate_record(null::public.${table}, $1)`,
    [JSON.stringify(row)],
  );
}

/** A body with a row in every table of unpublished work: a draft not placed, and a discussion under consideration. */
export async function insertUnpublishedWork(database: TestDatabase): Promise<UnpublishedWork> {
  const rows = await insertDiscussion(database, { remarks: 3 });
  const ids = { ...rows, dossierId: newId(), reportId: newId() };
  await insertRow(database, 'procedure', {
    id: ids.dossierId,
    kind: 'OTHER_DRAFT',
    developer_id: ids.bodyId,
    title_kk: 'Жоба',
    title_ru: 'Проект',
    profile_family: 'kz-126',
    state: 'DRAFTING',
    created_at: AT,
  });
  await insertDraftVersion(database, ids.dossierId, newId(), 1, [{ text: 'Жасырын жоба | Скрытый проект' }]);
  await insertDraftVersion(database, ids.procedureId, newId(), 2, [{ text: 'Түзетілген жоба | Исправленный проект' }]);
  await insertConsideration(database, ids);
  await insertGroups(database, ids);
  await insertEntries(database, ids);
  await insertReport(database, ids);
  return ids;
}

async function insertFile(database: TestDatabase, purpose: string): Promise<string> {
  const id = newId();
  const content = { content: '\\x00', size: 1, sha256 };
  await insertRow(database, 'stored_file', { id, purpose, name: 'a', media_type: 'text/plain', ...content });
  return id;
}

async function insertConsideration(database: TestDatabase, { bodyId, discussionId, clauses, remarks }: DiscussionRows) {
  const [officer_id, point_id, decision_id, note_id, remark_id] = [newId(), newId(), newId(), newId(), remarks[0]?.id];
  const email = `${officer_id}@body.example`;
  await insertRow(database, 'officer', {
    id: officer_id,
    email,
    name: 'О',
    password_hash: '-',
    body_id: bodyId,
    roles: ['officer'],
  });
  await insertRow(database, 'point', { id: point_id, remark_id, position: 1 });
  await insertRow(database, 'point_span', { point_id, ordinal: 1, part: 'TEXT', starts_at: 0, quote: 'Мерзімді' });
  await insertRow(database, 'decision', {
    id: decision_id,
    point_id,
    version: 1,
    outcome: 'NOT_TAKEN_INTO_ACCOUNT',
    reason_code: 'ALREADY_PROVIDED',
    ...grounds,
    decided_by: by,
    decided_at: AT,
  });
  await insertRow(database, 'decision_confirmation', { decision_id, confirmed_by: 'officer:two', confirmed_at: AT });
  await insertRow(database, 'own_initiative', {
    id: newId(),
    discussion_id: discussionId,
    clause: clauses[0],
    version: 1,
    nature: 'EDITORIAL',
    ...reasons,
    stated_by: by,
    stated_at: AT,
  });
  await insertRow(database, 'remark_assignment', { remark_id, officer_id, assigned_by: by, assigned_at: AT });
  await insertRow(database, 'remark_flag', { remark_id, flagged_by: by, flagged_at: AT });
  await insertRow(database, 'remark_note', {
    id: note_id,
    remark_id,
    author_id: officer_id,
    body: 'Ішкі ескертпе',
    written_at: AT,
  });
  await insertRow(database, 'remark_note_mention', { note_id, officer_id });
  const saved = { saved_by: by, saved_at: AT };
  const template = { id: newId(), body_id: bodyId, name: 'Үлгі', reason_code: 'ALREADY_PROVIDED' };
  await insertRow(database, 'ground_template', { ...template, ...grounds, ...saved });
}

async function insertGroups(database: TestDatabase, { discussionId: discussion_id, remarks }: DiscussionRows) {
  const [group_id, suggestion_id] = [newId(), newId()];
  const [first, second, third] = remarks.map(({ id }) => id);
  const run = { state: 'RUNNING', stage: 'WAITING', requested_by: by };
  await insertRow(database, 'grouping_run', { id: newId(), discussion_id, ...run });
  const signature = { normalised_hash: sha256, no: 1, signature: '0'.repeat(1024), root: 1 };
  await insertRow(database, 'text_signature', { discussion_id, ...signature });
  await insertRow(database, 'signature_band', { discussion_id, band: 1, key: 1, texts: [1] });
  await insertRow(database, 'remark_group', {
    id: group_id,
    discussion_id,
    no: 1,
    kind: 'BY_HAND',
    representative_id: first,
    confirmed_by: by,
    confirmed_at: AT,
  });
  await insertRow(database, 'remark_group_member', { group_id, remark_id: first });
  await insertRow(database, 'remark_kept_apart', { group_id, remark_id: second });
  await insertRow(database, 'group_suggestion', {
    id: suggestion_id,
    discussion_id,
    kind: 'NEAR',
    state: 'OPEN',
    representative_id: second,
    size: 2,
    authors: 2,
    members_sha256: sha256,
  });
  await insertRow(database, 'group_suggestion_member', { remark_id: third, suggestion_id, likeness: 60 });
  const dismissal = { members_sha256: sha256, dismissed_by: by, dismissed_at: AT };
  await insertRow(database, 'group_dismissal', { discussion_id, ...dismissal });
}

async function insertEntries(database: TestDatabase, { discussionId: discussion_id, remarks }: DiscussionRows) {
  const entry_id = newId();
  await insertRow(database, 'hiding', {
    id: newId(),
    remark_id: remarks[2]?.id,
    revision: 1,
    ground: 'ABUSE',
    explanation_kk: 'Басқа адамды балағаттайтын сөздер бар.',
    explanation_ru: 'Текст оскорбляет другого человека.',
    needs_second_officer: true,
    state: 'PROPOSED',
    proposed_by: by,
  });
  await insertRow(database, 'received_entry', {
    id: entry_id,
    discussion_id,
    channel: 'PAPER',
    registration: 'ЖТ-1',
    arrival_day: '2016-06-20',
    arrived_at: '2016-06-20T06:00:00Z',
    arrival_precision: 'DAY',
    content: {},
    content_sha256: sha256,
    backdated_days: 0,
    needs_second_officer: true,
    state: 'ENTERED',
    entered_by: by,
    entered_at: AT,
  });
  const scan = await insertFile(database, 'SCAN');
  await insertRow(database, 'received_entry_file', { entry_id, purpose: 'SCAN', position: 1, file_id: scan });
  const file_id = await insertFile(database, 'SHEET');
  await insertRow(database, 'sheet_import', {
    id: newId(),
    discussion_id,
    kind: 'CONSIDERATION',
    file_id,
    uploaded_by: by,
  });
}

async function insertReport(database: TestDatabase, ids: UnpublishedWork) {
  const { discussionId: discussion_id, reportId: report_id } = ids;
  const [run_id, number] = [newId(), ids.remarks[0]?.number];
  await insertRow(database, 'report', {
    id: report_id,
    discussion_id,
    version: 1,
    state: 'ASSEMBLED',
    data: JSON.stringify({ draft: { revised: { version: 2 } } }),
    data_sha256: sha256,
    blockers: [],
    assembled_at: AT,
  });
  const file_id = await insertFile(database, 'RENDERING');
  await insertRow(database, 'report_rendering', { report_id, format: 'JSON', language: 'mul', file_id, sha256 });
  await insertRow(database, 'report_row', { report_id, ordinal: 1, number, data: '{}' });
  await insertRow(database, 'report_remark', { report_id, position: 1, number, data: '{}' });
  await insertRow(database, 'report_fact', { report_id, number, sha256 });
  await insertRow(database, 'report_signature', { report_id, statement: 'Қол', sheet: 'парақ' });
  const opened = { opened_by: by, opened_at: AT };
  const erratum = { id: newId(), discussion_id, number: 1, corrects: report_id };
  await insertRow(database, 'report_erratum', { ...erratum, ...reasons, ...opened });
  const requested = { requested_by: by, requested_at: AT };
  await insertRow(database, 'report_run', { id: run_id, discussion_id, report_id, state: 'RUNNING', ...requested });
  await insertRow(database, 'report_step', { run_id, ordinal: 1, step: 'ASSEMBLE', state: 'WAITING' });
}
