import { Logger } from '@nestjs/common';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { insertDiscussion, knowSignedProfile, SIGNED_PROFILE } from '#lib/testing';
import { type CommandBench, startCommandBench } from './run-talqy.js';

let bench: CommandBench;
const told = async (env: Record<string, string> = {}, check = 'senders') => {
  const { code, out } = await bench.runWith(env, 'doctor');
  return [code, out.split('\n').find((line) => line.includes(` ${check}: `)) ?? ''];
};

beforeAll(async () => {
  Logger.overrideLogger(false);
  bench = await startCommandBench();
  await bench.run('migrate');
});
afterAll(() => bench.stop());

it('tells of discussions in which nobody can take part, since the provider of senders is gone (AMB-20)', async () => {
  expect(await told()).toEqual([0, expect.stringMatching(/ok +senders: .* is not set: no draft is placed/)]);
  const { discussionId } = await insertDiscussion(bench.database, { state: 'OPEN', profileId: 'kz-open-npa-2026' });
  expect((await told())[0]).toBe(0);
  await bench.database.query(`update discussion set close_at = clock_timestamp() + interval '1 day' where id = $1`, [
    discussionId,
  ]);
  const fault =
    /FAULT +senders: nobody can send a remark on line in 1 open discussions: set TALQY_OIDC_CITIZENS_ISSUER/;
  expect(await told()).toEqual([1, expect.stringMatching(fault)]);
  const provider = {
    TALQY_OIDC_CITIZENS_ISSUER: 'https://idp.example.kz',
    TALQY_OIDC_CITIZENS_CLIENT_ID: 'talqy',
    TALQY_OIDC_CITIZENS_CLIENT_SECRET: 'a secret of it, long enough',
    TALQY_OIDC_CITIZENS_NAME: 'eGov',
  };
  expect(await told(provider)).toEqual([0, expect.stringMatching(/ok +senders: eGov confirms/)]);
});

it('tells of discussions in which nobody can sign, since no authority is trusted any more (AMB-20)', async () => {
  const signable = (env?: Record<string, string>) => told(env, 'signed remarks');
  await bench.database.query("update discussion set close_at = open_at + interval '1 second'");
  expect(await signable()).toEqual([0, expect.stringMatching(/ok +signed remarks: no authority is trusted/)]);
  knowSignedProfile();
  const { discussionId } = await insertDiscussion(bench.database, { state: 'OPEN', profileId: SIGNED_PROFILE });
  await bench.database.query(`update discussion set close_at = clock_timestamp() + interval '1 day' where id = $1`, [
    discussionId,
  ]);
  const fault = /FAULT +signed remarks: nobody can sign a remark in 1 open discussions: set SIGNATURE_TRUSTED_ROOTS/;
  expect(await signable()).toEqual([1, expect.stringMatching(fault)]);
});
