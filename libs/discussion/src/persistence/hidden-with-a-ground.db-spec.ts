import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database } from '#lib/database';
import { officerOf, type TestBed } from '#lib/testing';
import { now, openDiscussion, remarkOn, startDiscussionBed } from '../testing/discussion-bed.js';
import { ConfirmHiding } from '../use-cases/confirm-hiding.js';
import { ProposeHiding } from '../use-cases/propose-hiding.js';
import { SubmitRemark } from '../use-cases/submit-remark.js';

let bed: TestBed;
beforeAll(async () => {
  bed = await startDiscussionBed();
});
afterAll(() => bed.stop());

/** As the application's role, which a fault or an injected statement would have. */
const application = (sql: string, parameters: unknown[]) => bed.get(Database).query(sql, parameters);

async function received() {
  const rows = await openDiscussion(bed.database);
  const { number } = await bed.get(SubmitRemark).execute(remarkOn(rows), now);
  const hide = {
    number,
    ground: 'SPAM',
    explanationKk: 'Жарнама, жобаға ешқандай қатысы жоқ.',
    explanationRu: 'Реклама, не имеющая отношения к проекту.',
  };
  const { hidingId } = await bed.get(ProposeHiding).execute(hide, officerOf(rows.bodyId));
  return { rows, number, hidingId };
}

describe('hiding, whoever writes to the tables (REQ-116, threat T1)', () => {
  it('is not done by the application without a hiding in force, nor undone while one is', async () => {
    const { rows, number, hidingId } = await received();
    const become = (state: string) => application(`update remark set state = '${state}' where number = $1`, [number]);
    await expect(become('HIDDEN')).rejects.toThrow('REQ-116');
    await bed.get(ConfirmHiding).execute({ number, hidingId }, officerOf(rows.bodyId));
    await expect(become('RECEIVED')).rejects.toThrow('REQ-116');
    await expect(
      application(`update remark set state = 'WITHDRAWN', withdrawn_at = clock_timestamp() where number = $1`, [
        number,
      ]),
    ).rejects.toThrow('REQ-116');
  });

  it.each([
    `ground = 'ABUSE'`,
    `explanation_kk = 'басқа түсіндірме, жиырма таңбадан ұзын'`,
    `state = 'LIFTED', lifted_by = 'x', lifted_at = now(), lift_reason = 'x'`,
    'needs_second_officer = false',
  ])('never sets %s behind its course', async (what) => {
    const { hidingId } = await received();
    await expect(bed.database.query(`update hiding set ${what} where id = $1`, [hidingId])).rejects.toThrow('REQ-116');
  });

  it('is never deleted, and not confirmed by who proposed it', async () => {
    const { hidingId } = await received();
    await expect(bed.database.query('delete from hiding where id = $1', [hidingId])).rejects.toThrow('REQ-116');
    await expect(
      bed.database.query(
        `update hiding set state = 'IN_FORCE', confirmed_by = proposed_by, confirmed_at = now() where id = $1`,
        [hidingId],
      ),
    ).rejects.toThrow('ck_hiding_second_officer');
  });
});
