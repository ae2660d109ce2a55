import { CloseDiscussion, PlaceDraft, SubmitRemark } from '#lib/discussion';
import { CreateProcedure, SaveDraftVersion } from '#lib/drafting';
import { CreateOfficer } from '#lib/identity';
import { instantOf, newId, type Role, system } from '#lib/kernel';
import { AssembleReport } from '#lib/reports';
import { officerOf } from '#lib/testing';
import type { PortalUnderTest } from './portal-under-test.js';

const PASSWORD = 'Тұман түскен таулар 7';

export interface Person {
  readonly email: string;
  readonly password: string;
}

export interface Scene {
  readonly bodyId: string;
  readonly procedureId: string;
  readonly discussionId: string;
  /** Lineage ids in the order of the text; the first is a section. */
  readonly clauses: readonly string[];
  readonly officer: Person;
  readonly signer: Person;
  /** Signs, and works on nothing. */
  readonly onlySigner: Person;
  readonly stranger: Person;
  readonly administrator: Person;
}

const clauses = [
  ['SECTION', 1, '1.', 'Жалпы ережелер', 'Общие положения'],
  ['CLAUSE', 2, '1.', '«Мұрағаттық анықтама беру» көрсетілетін қызметі.', 'Услуга «Выдача архивной справки».'],
  ['CLAUSE', 2, '2.', 'Қызметті мемлекеттік мұрағаттар көрсетеді.', 'Услугу оказывают государственные архивы.'],
  ['SECTION', 1, '2.', 'Қызметті көрсету тәртібі', 'Порядок оказания услуги'],
  ['CLAUSE', 2, '3.', 'Мерзімі – он бес жұмыс күні.', 'Срок – пятнадцать рабочих дней.'],
] as const;

const draft = clauses.map(([kind, level, label, kk, ru]) => ({ kind, level, label, text: { kk, ru } }));
const title = {
  kk: '«Мұрағаттық анықтама беру» стандартының жобасы',
  ru: 'Проект стандарта «Выдача архивной справки»',
};

/** Makes the report here and now, as the worker does by its queue. */
export const makeReport = ({ app }: PortalUnderTest, { discussionId }: Pick<Scene, 'discussionId'>) =>
  app.get(AssembleReport, { strict: false }).execute({ discussionId }, system('worker'));

/** A body with a draft that is open since yesterday, its officials, and one official of another body. */
export async function openScene(portal: PortalUnderTest, withPlacement = true): Promise<Scene> {
  const get = <Service>(token: abstract new (...given: never[]) => Service): Service =>
    portal.app.get(token as never, { strict: false });
  const bodyId = await insertBody(portal);
  const drafter = officerOf(bodyId);
  const procedureId = await get(CreateProcedure).execute(
    { kind: 'OTHER_DRAFT', developerId: bodyId, title, profileFamily: 'kz-126-by-decision' },
    drafter,
  );
  await get(SaveDraftVersion).execute({ procedureId, clauses: draft }, drafter);
  const placedAt = instantOf(Date.now() - 24 * 3_600_000);
  const placements = (['EGOV_PORTAL', 'OWN_RESOURCE'] as const).map((channel) => ({
    channel,
    url: `https://${channel.toLowerCase().replace('_', '-')}.example.kz/drafts/${procedureId}`,
    placedAt,
  }));
  const discussionId = withPlacement ? await get(PlaceDraft).execute({ procedureId, placements }, drafter) : '';
  const lineage = await portal.database.query<{ id: string }>(
    `select lineage_id as id from clause c join draft_version v on v.id = c.version_id where v.procedure_id = $1 order by position`,
    [procedureId],
  );
  const person = async (name: string, body: string, ...roles: [Role, ...Role[]]): Promise<Person> => {
    const email = `${name}-${newId().slice(-12)}@bilim.example.kz`;
    const known = { email, name: `Айгүл Сәрсенова (${name})`, password: PASSWORD, bodyId: body, roles };
    await get(CreateOfficer).execute(known, system('test'));
    return { email, password: PASSWORD };
  };
  return {
    bodyId,
    procedureId,
    discussionId,
    clauses: lineage.map(({ id }) => id),
    officer: await person('officer', bodyId, 'officer'),
    signer: await person('signer', bodyId, 'officer', 'signer'),
    onlySigner: await person('only-signer', bodyId, 'signer'),
    stranger: await person('stranger', await insertBody(portal), 'officer', 'signer'),
    administrator: await person('administrator', bodyId, 'administrator'),
  };
}

async function insertBody(portal: PortalUnderTest): Promise<string> {
  const id = newId();
  await portal.database.query(
    `insert into state_body (id, code, kind, name_kk, name_ru, name_en)
     values ($1, $2, 'CENTRAL', 'Мұрағат ісі министрлігі', 'Министерство архивного дела', 'Ministry of Archives')`,
    [id, id.slice(-12)],
  );
  return id;
}

/** A remark taken by the use case itself; its receipt. */
export const sendRemark = (
  portal: PortalUnderTest,
  { discussionId, clauses: lineage }: Scene,
  text = 'Мерзім тым ұзақ.',
) =>
  portal.app.get(SubmitRemark, { strict: false }).execute(
    {
      discussionId,
      channel: 'API',
      idempotencyKey: newId(),
      content: { kind: 'REMARK', language: 'kk', text, anchors: lineage.slice(4, 5) },
      sender: { kind: 'INDIVIDUAL', name: 'Құпия Атауы', email: 'qupia@secret.example' },
    },
    { elapsedMs: 0 },
  );

/** The term ends at this instant and the discussion is closed; the portal under test has no drain. */
export async function closeScene(portal: PortalUnderTest, { discussionId }: Scene): Promise<void> {
  await endTerm(portal, { discussionId });
  await portal.app.get(CloseDiscussion, { strict: false }).execute(discussionId);
}

/** The term ends at this instant; nothing has closed the discussion yet. */
export async function endTerm(portal: PortalUnderTest, { discussionId }: Pick<Scene, 'discussionId'>): Promise<void> {
  await portal.database.query('update discussion set close_at = clock_timestamp() where id = $1', [discussionId]);
}

export interface Session {
  readonly headers: { readonly cookie: string; readonly 'x-csrf-token': string };
  readonly csrf: string;
}

/** Signs in by the API. */
export async function signIn(portal: PortalUnderTest, { email, password }: Person): Promise<Session> {
  const answer = await portal.send('POST', '/api/v1/session', { payload: { email, password } });
  if (answer.statusCode !== 201) throw new Error(`not signed in: ${answer.body}`);
  const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? '';
  const { csrfToken } = answer.json<{ csrfToken: string }>();
  return { headers: { cookie, 'x-csrf-token': csrfToken }, csrf: csrfToken };
}
