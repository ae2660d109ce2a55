import { type FormFile, png } from './multipart-form.js';
import type { PortalUnderTest } from './portal-under-test.js';
import { openScene, type Scene, type Session } from './scene.js';

/** A discussion whose term began days ago, so that a letter may have come two days before it is typed in. */
export async function openLetterScene(portal: PortalUnderTest): Promise<Scene> {
  const scene = await openScene(portal);
  await portal.database.query(`update discussion set open_at = open_at - interval '3 days' where id = $1`, [
    scene.discussionId,
  ]);
  return scene;
}

/** The day so many days ago, in the zone of the scene. */
export function daysAgo(days: number): string {
  const day = new Date(Date.now() + 5 * 3_600_000 - days * 86_400_000);
  return day.toISOString().slice(0, 10);
}

export const scan: FormFile = { name: 'scans', fileName: 'хат.png', content: png };

export const as = ({ headers: { cookie } }: Session) => ({ headers: { cookie } });
