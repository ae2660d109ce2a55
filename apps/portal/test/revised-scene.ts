import { ChangeTrace, StateOwnInitiative } from '#lib/consideration';
import { type DraftedClause, SaveDraftVersion } from '#lib/drafting';
import { AssembleReport, PublishReport, SignReport } from '#lib/reports';
import { officerOf } from '#lib/testing';
import type { PortalUnderTest } from './portal-under-test.js';
import { closeScene, openScene, type Scene } from './scene.js';

/** The revised draft of a scene: one clause put in, one reworded, one taken out, one section moved to the front. */
export function revisedClauses({ clauses }: Scene): DraftedClause[] {
  const clause = (level: number, label: string, kk: string, ru: string, from?: number): DraftedClause => ({
    kind: level === 1 ? 'SECTION' : 'CLAUSE',
    level,
    label,
    text: { kk, ru },
    ...(from === undefined ? {} : { lineageId: clauses[from] }),
  });
  return [
    clause(1, '1.', 'Қызметті көрсету тәртібі', 'Порядок оказания услуги', 3),
    clause(2, '1.', 'Мерзімі – бес жұмыс күні.', 'Срок – пять рабочих дней.', 4),
    clause(2, '2.', 'Алдын-ала жазылу жоқ.', 'Предварительной записи нет.'),
    clause(1, '2.', 'Жалпы ережелер', 'Общие положения', 0),
    clause(2, '3.', '«Мұрағаттық анықтама беру» көрсетілетін қызметі.', 'Услуга «Выдача архивной справки».', 1),
  ];
}

/** Saves a new version as the officer of the scene's body. */
export const saveVersion = (portal: PortalUnderTest, { procedureId, bodyId }: Scene, clauses: DraftedClause[]) =>
  portal.app.get(SaveDraftVersion, { strict: false }).execute({ procedureId, clauses }, officerOf(bodyId));

/** A closed discussion with its draft revised; nothing of that is published. */
export async function revisedScene(portal: PortalUnderTest): Promise<Scene> {
  const scene = await openScene(portal);
  await closeScene(portal, scene);
  await saveVersion(portal, scene, revisedClauses(scene));
  return scene;
}

/** Assembles, signs and publishes the report, and with it the revised draft (REQ-55). */
export async function publishScene(portal: PortalUnderTest, { discussionId, bodyId }: Scene): Promise<void> {
  const get = <Service>(token: abstract new (...given: never[]) => Service): Service =>
    portal.app.get(token as never, { strict: false });
  const officer = officerOf(bodyId);
  const reason = { reasonKk: 'Мәтін анықталды, мәні өзгерген жоқ.', reasonRu: 'Текст уточнён, смысл не изменён.' };
  const changes = await get(ChangeTrace).of(discussionId, officer);
  for (const { lineageId: clause, isTraced } of changes)
    if (!isTraced)
      await get(StateOwnInitiative).execute({ discussionId, clause, nature: 'EDITORIAL', ...reason }, officer);
  const { reportId } = await get(AssembleReport).execute({ discussionId }, officer);
  await get(SignReport).execute({ reportId }, officerOf(bodyId, 'signer'));
  await get(PublishReport).execute({ reportId, publicUrl: 'http://localhost' });
}
