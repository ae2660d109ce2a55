import { DecideRemark, type DecideRemarkInput } from '#lib/consideration';
import { AssembleReport, plannedSteps, PublishReport, RequestReport, RunReportStep, SignReport } from '#lib/reports';
import { officerOf } from '#lib/testing';
import type { PortalUnderTest } from './portal-under-test.js';
import { closeScene, openScene, type Scene, sendRemark, type Session } from './scene.js';

type Service<T> = abstract new (...given: never[]) => T;
export const serviceOf = <T>({ app }: PortalUnderTest, token: Service<T>): T =>
  app.get(token as never, { strict: false });

export interface ClosedScene extends Scene {
  /** Of the remarks, in the order in which they were sent. */
  readonly numbers: readonly string[];
}

/** A closed discussion with these remarks, each about the last clause; none is decided. */
export async function closedScene(portal: PortalUnderTest, ...texts: readonly string[]): Promise<ClosedScene> {
  const scene = await openScene(portal);
  const numbers: string[] = [];
  for (const text of texts) numbers.push((await sendRemark(portal, scene, text)).number);
  await closeScene(portal, scene);
  return { ...scene, numbers };
}

const ground = {
  outcome: 'NOT_TAKEN_INTO_ACCOUNT',
  reasonCode: 'ALREADY_PROVIDED',
  groundKk: 'Жобаның екінші бөлімінде көзделген.',
  groundRu: 'Предусмотрено вторым разделом проекта.',
} as const;

/** Decides a remark of the own body; not taken into account unless told otherwise. */
export async function decide(
  portal: PortalUnderTest,
  { bodyId }: Scene,
  number: string,
  more: Partial<DecideRemarkInput> = {},
): Promise<void> {
  const [remark] = await portal.database.query<{ id: string }>('select id from remark where number = $1', [number]);
  const input = { remarkId: remark?.id ?? '', ...ground, ...more };
  await serviceOf(portal, DecideRemark).execute(input, officerOf(bodyId));
}

export async function decideAll(portal: PortalUnderTest, scene: ClosedScene): Promise<void> {
  for (const number of scene.numbers) await decide(portal, scene, number);
}

/** Makes the version that waits for its signature; its id. */
export async function assembled(portal: PortalUnderTest, { discussionId, bodyId }: Scene): Promise<string> {
  const made = await serviceOf(portal, AssembleReport).execute({ discussionId }, officerOf(bodyId));
  return made.reportId;
}

/** Makes, signs and publishes the report; its id. */
export async function published(portal: PortalUnderTest, scene: Scene): Promise<string> {
  const reportId = await assembled(portal, scene);
  const signer = officerOf(scene.bodyId, 'signer');
  await serviceOf(portal, SignReport).execute({ reportId, acknowledgesWarnings: true }, signer);
  await publish(portal, reportId);
  return reportId;
}

/** As the worker does after the signature. */
export const publish = (portal: PortalUnderTest, reportId: string): Promise<void> =>
  serviceOf(portal, PublishReport).execute({ reportId, publicUrl: 'http://localhost:80' });

/** Asks for a run; its id. Its steps wait. */
export const requested = (portal: PortalUnderTest, { discussionId, bodyId }: Scene): Promise<string> =>
  serviceOf(portal, RequestReport).execute(discussionId, officerOf(bodyId));

/** Carries out the steps of a run, as the worker does: all of them, or from one to another, both counted. */
export async function carryOut(
  portal: PortalUnderTest,
  runId: string,
  from = 1,
  to: number = plannedSteps.length,
): Promise<void> {
  for (let ordinal = from; ordinal <= to; ordinal++) await serviceOf(portal, RunReportStep).execute({ runId, ordinal });
}

/** How a signed-in person asks for a page. */
export const as = ({ headers: { cookie } }: Session) => ({ headers: { cookie } });

/** Sends a form of a signed-in person. */
export const postForm = (
  portal: PortalUnderTest,
  { headers: { cookie }, csrf }: Session,
  url: string,
  fields: Record<string, string> = {},
) =>
  portal.send('POST', url, {
    payload: new URLSearchParams({ ...fields, csrf }).toString(),
    headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
  });
