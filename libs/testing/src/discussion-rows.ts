import { createHash } from 'node:crypto';
import { normalisedText, Senders } from '#lib/discussion';
import { textHash } from '#lib/drafting';
import { type Actor, newId, type Role } from '#lib/kernel';
import type { TestDatabase } from './test-database.js';
import { testSeal } from './test-keys.js';

type Query = Pick<TestDatabase, 'query'>;

export interface RemarkSpec {
  readonly kind?: 'REMARK' | 'PROPOSAL';
  readonly state?: 'RECEIVED' | 'WITHDRAWN' | 'HIDDEN';
  readonly senderKind?: 'INDIVIDUAL' | 'LEGAL_ENTITY' | 'GROUP';
  readonly body?: string;
  readonly proposedWording?: string;
  /** Positions of the clauses it is about, from 0; none: the draft as a whole. */
  readonly about?: readonly number[];
  /** Imported when not said. */
  readonly channel?: 'PORTAL' | 'API' | 'PAPER' | 'DESK' | 'EMAIL' | 'IMPORT';
  readonly confirmation?: 'EMAIL' | 'PROVIDER' | 'SIGNATURE';
  readonly sender?: { readonly name?: string; readonly email?: string | null; readonly bin?: string | null };
}

export interface DiscussionSpec {
  readonly state?: 'OPEN' | 'CLOSED' | 'WITHDRAWN';
  readonly profileId?: string;
  readonly remarks?: number | readonly RemarkSpec[];
  readonly late?: number;
}

export interface DiscussionRows {
  readonly bodyId: string;
  readonly procedureId: string;
  readonly versionId: string;
  readonly discussionId: string;
  /** Lineage ids of the draft's clauses, in order. */
  readonly clauses: readonly string[];
  readonly remarks: readonly { readonly id: string; readonly number: string }[];
}

const CLOSE_AT = '2016-07-01T18:00:00Z';
const sha256 = (text: string) => createHash('sha256').update(text).digest();

/** A state body with one procedure whose draft was discussed in June 2016 (D1), by SQL, for suites above `discussion`. */
export async function insertDiscussion(database: Query, spec: DiscussionSpec = {}): Promise<DiscussionRows> {
  const ids = { bodyId: newId(), procedureId: newId(), versionId: newId(), discussionId: newId() };
  const state = spec.state ?? 'CLOSED';
  await database.query(
    `insert into state_body (id, code, kind, name_kk, name_ru) values ($1, $2, 'CENTRAL', 'Үлгі министрлігі', 'Образцовое министерство')`,
    [ids.bodyId, ids.bodyId],
  );
  await database.query(
    `insert into procedure (id, kind, developer_id, title_kk, title_ru, profile_family, state, created_at)
     values ($1, 'OTHER_DRAFT', $2, 'Анықтама беру', 'Выдача справки', 'kz-126', $3, '2016-05-30T06:00:00Z')`,
    [ids.procedureId, ids.bodyId, state],
  );
  const clauses = await insertDraftVersion(database, ids.procedureId, ids.versionId, 1, [
    { text: 'Мерзімі – бес жұмыс күні | Срок – пять рабочих дней' },
    { text: 'Нысаны: қағаз түрінде | Форма: бумажная' },
  ]);
  await insertWindow(database, ids, state, spec.profileId ?? 'kz-126-2016-03');
  const specs = typeof spec.remarks === 'object' ? spec.remarks : Array.from({ length: spec.remarks ?? 0 }, () => ({}));
  const remarks = [];
  for (const [index, remark] of specs.entries())
    remarks.push(await insertRemark(database, ids, clauses, index, remark));
  for (let index = 0; index < (spec.late ?? 0); index++) await insertLateArrival(database, ids.discussionId, index);
  return { ...ids, clauses, remarks };
}

export interface ClauseSpec {
  readonly lineageId?: string;
  /** Kazakh and Russian with ` | ` between. */
  readonly text: string;
}

/** One version of a draft; @returns the lineage ids of its clauses */
export async function insertDraftVersion(
  database: Query,
  procedureId: string,
  versionId: string,
  version: number,
  clauses: readonly ClauseSpec[],
): Promise<string[]> {
  const title = { kk: 'Анықтама беру', ru: 'Выдача справки' };
  const parts = clauses.map(({ lineageId = newId(), text }, index) => {
    const [kk = '', ru = ''] = text.split(' | ');
    const place = { parent: null, position: index + 1, label: `${index + 1}.` };
    return { kind: 'clause', lineageId, ...place, text: { kk, ru } } as const;
  });
  await database.query(
    `insert into draft_version (id, procedure_id, version, title_kk, title_ru, text_sha256, created_by, created_at)
     values ($1, $2, $3, $4, $5, decode($6, 'hex'), 'system:test', '2016-05-30T06:00:00Z')`,
    [versionId, procedureId, version, title.kk, title.ru, textHash({ title, parts })],
  );
  for (const { lineageId, position, label, text } of parts) {
    await database.query(
      `insert into clause (version_id, position, lineage_id, kind, level, label, text_kk, text_ru)
       values ($1, $2, $3, 'CLAUSE', 1, $4, $5, $6)`,
      [versionId, position, lineageId, label, text.kk, text.ru],
    );
  }
  return parts.map(({ lineageId }) => lineageId);
}

async function insertWindow(database: Query, ids: Record<string, string>, state: string, profileId: string) {
  await database.query(
    `insert into discussion (id, procedure_id, version_id, profile_id, state, zone, open_at, term_date, last_day, close_at,
       strict_close_at, closed_at, withdrawn_at)
     values ($1, $2, $3, $4, $5, 'Asia/Almaty', '2016-06-01T04:00:00Z', '2016-06-01', '2016-07-01', $6, '2016-06-30T18:00:00Z', $7, $8)`,
    [
      ids['discussionId'],
      ids['procedureId'],
      ids['versionId'],
      profileId,
      state,
      CLOSE_AT,
      state === 'CLOSED' ? '2016-07-01T18:01:00Z' : null,
      state === 'WITHDRAWN' ? '2016-06-20T06:00:00Z' : null,
    ],
  );
  for (const [channel, url] of [
    ['EGOV_PORTAL', 'https://egov.example.kz/drafts/1'],
    ['OWN_RESOURCE', 'https://ministry.example.kz/drafts/1'],
  ]) {
    await database.query(
      `insert into placement (id, discussion_id, subject, channel, url, placed_at, recorded_by, recorded_at)
       values ($1, $2, 'DRAFT', $3, $4, '2016-06-01T04:00:00Z', 'system:test', '2016-06-01T04:00:00Z')`,
      [newId(), ids['discussionId'], channel, url],
    );
  }
}

async function insertRemark(
  database: Query,
  { discussionId }: { readonly discussionId: string },
  clauses: readonly string[],
  index: number,
  spec: RemarkSpec,
) {
  const remark = {
    id: newId(),
    number: `T${discussionId.slice(-6).toUpperCase()}-${String(index + 1).padStart(4, '0')}`,
  };
  const body = spec.body ?? `Мерзімді қысқартуды сұраймын (${index + 1}). Прошу сократить срок до трёх дней.`;
  const day = String(2 + (index % 28)).padStart(2, '0');
  await database.query(
    `insert into remark (id, discussion_id, number, kind, sender_kind, intake_channel, language, body, proposed_wording, anchors,
       state, received_at, profile_id, close_at, withdrawn_at, salt, commitment, normalised_hash, confirmation)
     values ($1, $2, $3, $4, $5, $14, 'ru', $6, $7, $8, $9, $10, 'kz-126-2016-03', $11, $12, '\\x00', '\\x00', $13, $15)`,
    [
      remark.id,
      discussionId,
      remark.number,
      spec.kind ?? 'REMARK',
      spec.senderKind ?? 'INDIVIDUAL',
      body,
      spec.proposedWording ?? null,
      (spec.about ?? []).map((position) => clauses[position]),
      spec.state ?? 'RECEIVED',
      `2016-06-${day}T09:${String(index % 60).padStart(2, '0')}:00.000001Z`,
      CLOSE_AT,
      spec.state === 'WITHDRAWN' ? '2016-06-29T06:00:00Z' : null,
      sha256(normalisedText(body)),
      spec.channel ?? 'IMPORT',
      spec.confirmation ?? null,
    ],
  );
  if (spec.state === 'HIDDEN') {
    await database.query(
      `insert into hiding (id, remark_id, revision, ground, explanation_kk, explanation_ru, needs_second_officer, state,
         proposed_by, proposed_at, confirmed_by, confirmed_at)
       values ($1, $2, 1, 'ABUSE', 'Басқа адамды балағаттайтын сөздер бар.', 'Текст оскорбляет другого человека.', true, 'IN_FORCE',
         'officer:one', '2016-07-04T04:00:00Z', 'officer:two', '2016-07-04T05:00:00Z')`,
      [newId(), remark.id],
    );
  }
  const sender = {
    name: `Әсел Жібекқызы ${index + 1}`,
    email: `sender${index + 1}@secret.example`,
    bin: '123456789012',
    ...spec.sender,
  };
  await insertSender(database, remark.id, sender);
  return remark;
}

/** Sealed as the intake seals it, by the key of the suites. */
async function insertSender(
  database: Query,
  remarkId: string,
  { name, email, bin }: { readonly name: string; readonly email: string | null; readonly bin: string | null },
): Promise<void> {
  const row = new Senders(testSeal()).sealed(remarkId, {
    kind: 'INDIVIDUAL',
    name,
    email: email ?? undefined,
    organisation: 'Құпия ЖШС',
    bin: bin ?? undefined,
  });
  await database.query(
    `insert into sealed_sender (subject_id, key_id, sealed, email_index, bin_index, name_index)
     values ($1, $2, $3::bytea, $4::bytea, $5::bytea, $6::bytea)`,
    [remarkId, row.key_id, row.sealed, row.email_index ?? null, row.bin_index ?? null, row.name_index ?? null],
  );
}

async function insertLateArrival(database: Query, discussionId: string, index: number) {
  await database.query(
    `insert into late_arrival (id, discussion_id, number, received_at, close_at, profile_id, intake_channel, language, content)
     values ($1, $2, $3, '2016-07-01T18:00:00Z', $4, 'kz-126-2016-03', 'PORTAL', 'ru', '{"body":"too late, never in a report"}')`,
    [newId(), discussionId, `L${discussionId.slice(-6).toUpperCase()}-${index + 1}`, CLOSE_AT],
  );
}

/** An officer of the body that developed the draft, or of another. */
export const officerOf = (bodyId: string, ...roles: readonly Role[]): Extract<Actor, { kind: 'officer' }> => ({
  kind: 'officer',
  id: newId(),
  name: 'Officer',
  bodyId,
  roles: roles.length > 0 ? roles : ['officer'],
});
