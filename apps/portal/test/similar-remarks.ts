import { SuggestGroups } from '#lib/consideration';
import type { PortalUnderTest } from './portal-under-test.js';
import { closeScene, openScene, type Scene, sendRemark, type Session, signIn } from './scene.js';

export const letter =
  'Анықтама беру мерзімін он бес жұмыс күнінен бес жұмыс күніне дейін қысқартуды сұраймыз, себебі көршілес елдерде мұндай ' +
  'анықтама бір күнде беріледі және азаматтар оны күтіп жұмыстан қалады.';
const edited = letter.replace('бір күнде', 'екі күнде');

export interface Stage {
  readonly scene: Scene;
  readonly officer: Session;
  readonly stranger: Session;
  readonly numbers: readonly string[];
  /** Of the pages, in Kazakh. */
  readonly page: string;
  readonly api: string;
}

/** A closed discussion with these remarks, looked through by a worker. */
export async function stage(
  portal: PortalUnderTest,
  texts: readonly string[] = [letter, edited, letter, 'Төлем мөлшері тым жоғары деп санаймын.'],
): Promise<Stage> {
  const scene = await openScene(portal);
  const numbers: string[] = [];
  for (const text of texts) numbers.push((await sendRemark(portal, scene, text)).number);
  await closeScene(portal, scene);
  const officer = await signIn(portal, scene.officer);
  const stranger = await signIn(portal, scene.stranger);
  const api = `/api/v1/discussions/${scene.discussionId}`;
  await portal.send('POST', `${api}/grouping`, { headers: officer.headers, payload: {} });
  await carryOut(portal, scene);
  return { scene, officer, stranger, numbers, api, page: `/kk/officer/discussions/${scene.discussionId}/groups` };
}

/** What a worker does. */
export async function carryOut(portal: PortalUnderTest, { discussionId }: Scene): Promise<void> {
  const [run] = await portal.database.query<{ id: string }>(
    'select id from grouping_run where discussion_id = $1 order by requested_at desc limit 1',
    [discussionId],
  );
  await portal.app.get(SuggestGroups, { strict: false }).execute(run?.id ?? '');
}
