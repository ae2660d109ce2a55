import { newId } from '#lib/kernel';
import { multipartForm, png } from '../../apps/portal/test/multipart-form.js';
import type { PortalUnderTest } from '../../apps/portal/test/portal-under-test.js';
import { decide, published } from '../../apps/portal/test/report-scene.js';
import { closeScene, openScene, type Scene, type Session, signIn } from '../../apps/portal/test/scene.js';

export interface HostileDiscussion extends Scene {
  readonly officerSession: Session;
  readonly numbers: readonly string[];
  readonly dossiers: readonly string[];
  readonly reportId: string;
  /** How often each status was answered. */
  readonly statuses: ReadonlyMap<number, number>;
  /** What was taken as a remark's text, as it was sent. */
  readonly taken: readonly string[];
}

/** Sends every text in every field there is, and carries what was taken to a published report. */
export async function hostileDiscussion(portal: PortalUnderTest, texts: readonly string[]): Promise<HostileDiscussion> {
  const scene = await openScene(portal);
  const officer = await signIn(portal, scene.officer);
  const statuses = new Map<number, number>();
  const count = (status: number) => statuses.set(status, (statuses.get(status) ?? 0) + 1);
  const numbers: string[] = [];
  const taken: string[] = [];
  for (const text of texts) {
    const answer = await sendAsEveryField(portal, scene, text);
    count(answer.statusCode);
    if (answer.statusCode === 201) numbers.push(answer.json<{ number: string }>().number);
    if (answer.statusCode === 201) taken.push(text);
    count((await sendNamedFile(portal, scene, text)).statusCode);
  }
  const dossiers: string[] = [];
  for (const text of texts) {
    const title = { kk: text, ru: text, en: text };
    const payload = { kind: 'OTHER_DRAFT', title, profileFamily: 'kz-126-by-decision' };
    const answer = await portal.send('POST', '/api/v1/procedures', { headers: officer.headers, payload });
    count(answer.statusCode);
    if (answer.statusCode === 201) dossiers.push(answer.json<{ id: string }>().id);
  }
  await closeScene(portal, scene);
  const all = await portal.database.query<{ number: string }>(
    `select number from remark where discussion_id = $1 and state <> 'WITHDRAWN'`,
    [scene.discussionId],
  );
  for (const { number } of all) await decide(portal, scene, number);
  const reportId = await published(portal, scene);
  return { ...scene, officerSession: officer, numbers, taken, dossiers, reportId, statuses };
}

const sendAsEveryField = (portal: PortalUnderTest, { discussionId, clauses }: Scene, text: string) =>
  portal.send('POST', `/api/v1/discussions/${discussionId}/remarks`, {
    headers: { 'idempotency-key': `"${newId()}"` },
    payload: {
      kind: 'PROPOSAL',
      language: 'ru',
      text,
      proposedWording: text,
      anchors: clauses.slice(4, 5),
      sender: {
        kind: 'LEGAL_ENTITY',
        organisation: text,
        name: text,
        email: 'qupia@secret.example',
      },
    },
  });

/** By the form, with a file of this name, as a browser writes a name into the head of a part. */
function sendNamedFile(portal: PortalUnderTest, { discussionId, clauses }: Scene, text: string) {
  const fields = {
    key: newId(),
    kind: 'REMARK',
    anchors: clauses[4] ?? '',
    text: `Файл: ${text}`,
    senderKind: 'INDIVIDUAL',
    name: text,
    email: 'qupia@secret.example',
  };
  const escaped = text.replaceAll('\r', '%0D').replaceAll('\n', '%0A').replaceAll('"', '%22');
  const form = multipartForm(fields, [{ name: 'files', fileName: `${escaped}.png`, content: png }]);
  return portal.send('POST', `/ru/discussions/${discussionId}/remark`, form);
}
