import { GroupRemarks } from '#lib/consideration';
import { ConfirmHiding, ProposeHiding, WithdrawRemark } from '#lib/discussion';
import { newId } from '#lib/kernel';
import { insertDraftVersion, officerOf } from '#lib/testing';
import { checkFiles } from '../../apps/portal/test/checked-files.js';
import { daysAgo, openLetterScene } from '../../apps/portal/test/letter-scene.js';
import { multipartForm, png } from '../../apps/portal/test/multipart-form.js';
import { type PortalUnderTest, startPortal } from '../../apps/portal/test/portal-under-test.js';
import { closedScene, type ClosedScene, decideAll, published, serviceOf } from '../../apps/portal/test/report-scene.js';
import { openScene, type Scene, sendRemark, type Session, signIn } from '../../apps/portal/test/scene.js';
import { nameSection, putUnderService } from '../../apps/portal/test/topic-scene.js';

export const officials = ['officer', 'stranger', 'signer', 'administrator'] as const;
export type Official = (typeof officials)[number];

/** Words that only one body's officials may read; each is searched for in what others get. */
export const canaries = {
  sender: 'Құпия Атауы',
  email: 'qupia@secret.example',
  hidden: 'жасырылған-сөз-5501',
  letter: 'хаттың-сөзі-5502',
  letterSender: 'Хат Иесі 5503',
  draft: 'жарияланбаған-жоба-5504',
  revised: 'түзетілген-жоба-5505',
  note: 'ішкі-ескертпе-5506',
  template: 'негіз-үлгісі-5507',
} as const;

/** A portal in which everything there can be is there once. */
export interface World {
  readonly portal: PortalUnderTest;
  /** Open; its remarks: one as it is with a file, one hidden, one withdrawn; and a letter that waits for a second officer. */
  readonly open: Scene;
  /** Closed; its three remarks are one group. */
  readonly closed: ClosedScene;
  readonly published: ClosedScene;
  /** A draft that was never placed. */
  readonly dossier: Scene;
  readonly reportId: string;
  /** What the router's parameters are to be filled with. */
  readonly ids: {
    readonly number: string;
    readonly secret: string;
    readonly hidden: string;
    readonly fileId: string;
    readonly entryId: string;
    readonly scanId: string;
  };
  /** Of the officials of the open discussion's body; `stranger` is another body's officer and signer. */
  readonly sessions: Record<Official, Session>;
}

export async function startWorld(env: Record<string, string> = {}): Promise<World> {
  const portal = await startPortal({ env });
  const open = await openLetterScene(portal);
  await nameSection(portal, '004', 'Мұрағаттар мен құжаттар', 'Архивы и документы');
  await putUnderService(portal, open, '00403005');
  const sessions = {
    officer: await signIn(portal, open.officer),
    stranger: await signIn(portal, open.stranger),
    signer: await signIn(portal, open.signer),
    administrator: await signIn(portal, open.administrator),
  };
  const withFile = await remarkWithFile(portal, open);
  const hidden = await hiddenRemark(portal, open);
  const withdrawn = await sendRemark(portal, open, 'Қайтарып аламын.');
  await serviceOf(portal, WithdrawRemark).execute(withdrawn, { elapsedMs: 0 });
  const letter = await letterOf(portal, open, sessions.officer);
  await checkFiles(portal);
  const closed = await closedScene(portal, 'Мерзім ұзақ.', 'Мерзім тым ұзақ.', 'Мерзім өте ұзақ.');
  const { discussionId, numbers } = closed;
  await serviceOf(portal, GroupRemarks).execute({ discussionId, numbers }, officerOf(closed.bodyId));
  await unpublishedWork(portal, open, closed);
  const done = await closedScene(portal, 'Төлем жоғары.', 'Төлем тым жоғары.');
  await decideAll(portal, done);
  const dossier = await openScene(portal, false);
  await insertDraftVersion(portal.database, dossier.procedureId, newId(), 2, [{ text: canaries.draft }]);
  return {
    portal,
    open,
    closed,
    published: done,
    dossier,
    reportId: await published(portal, done),
    ids: { ...withFile, hidden, ...letter },
    sessions,
  };
}

/** What officials of the closed discussion, and of the open one, have written for each other. */
async function unpublishedWork({ database }: PortalUnderTest, open: Scene, closed: ClosedScene): Promise<void> {
  await insertDraftVersion(database, closed.procedureId, newId(), 2, [{ text: canaries.revised }]);
  await database.query(
    `insert into remark_note (id, remark_id, author_id, body, written_at)
     select $1, r.id, o.id, $2, clock_timestamp() from remark r, officer o where r.number = $3 and o.body_id = $4 limit 1`,
    [newId(), canaries.note, closed.numbers[0], closed.bodyId],
  );
  await database.query(
    `insert into ground_template (id, body_id, name, reason_code, ground_kk, ground_ru, saved_by, saved_at)
     values ($1, $2, $3, 'ALREADY_PROVIDED', 'Негіз ___', 'Основание ___', 'officer:one', clock_timestamp())`,
    [newId(), open.bodyId, canaries.template],
  );
}

async function remarkWithFile(portal: PortalUnderTest, { discussionId, clauses }: Scene) {
  const form = multipartForm(
    {
      key: newId(),
      kind: 'REMARK',
      anchors: clauses[4] ?? '',
      text: 'Мерзім тым ұзақ.',
      senderKind: 'INDIVIDUAL',
      name: canaries.sender,
      email: canaries.email,
    },
    [{ name: 'files', fileName: 'сурет.png', content: png }],
  );
  const sent = await portal.send('POST', `/ru/discussions/${discussionId}/remark`, form);
  const [, , , number = '', secret = ''] = String(sent.headers.location).split('/');
  return { number, secret, fileId: await newestFile(portal, 'ATTACHMENT') };
}

async function hiddenRemark(portal: PortalUnderTest, scene: Scene): Promise<string> {
  const { number } = await sendRemark(portal, scene, `Мынау ${canaries.hidden} болады.`);
  const reason = {
    ground: 'ABUSE' as const,
    explanationKk: 'Мәтінде лауазымды тұлғаны балағаттау бар.',
    explanationRu: 'В тексте есть оскорбление должностного лица.',
  };
  const { hidingId } = await serviceOf(portal, ProposeHiding).execute({ number, ...reason }, officerOf(scene.bodyId));
  await serviceOf(portal, ConfirmHiding).execute({ number, hidingId }, officerOf(scene.bodyId, 'signer'));
  return number;
}

async function letterOf(portal: PortalUnderTest, { discussionId }: Scene, officer: Session) {
  const fields = {
    key: newId(),
    channel: 'PAPER',
    registration: 'ЖТ-5504',
    arrivalDay: daysAgo(2),
    senderKind: 'INDIVIDUAL',
    name: canaries.letterSender,
    email: 'hat@secret.example',
    anchors: 'whole',
    kind: 'REMARK',
    text: `Бұл ${canaries.letter}.`,
    language: 'kk',
  };
  const form = multipartForm(fields, [{ name: 'scans', fileName: 'хат.png', content: png }]);
  const sent = await portal.send('POST', `/ru/officer/discussions/${discussionId}/entries/new?csrf=${officer.csrf}`, {
    ...form,
    headers: { ...form.headers, cookie: officer.headers.cookie },
  });
  const entryId = /entries\/([0-9a-f-]{36})/.exec(String(sent.headers.location))?.[1] ?? '';
  return { entryId, scanId: await newestFile(portal, 'SCAN') };
}

async function newestFile(portal: PortalUnderTest, purpose: string): Promise<string> {
  const sql = 'select id from stored_file where purpose = $1 order by created_at desc limit 1';
  return (await portal.database.query<{ id: string }>(sql, [purpose]))[0]?.id ?? '';
}
