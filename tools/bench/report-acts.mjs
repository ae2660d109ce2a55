// What officers do on the way to a report, in a process of its own, from built code: it is told an act, carries it out by the use
// case of the product, and answers.
import 'reflect-metadata';
import { Global, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import {
  AnswerPreview,
  ConfirmGroup,
  ConsiderationModule,
  DecideGroup,
  DecideRemarks,
  GroupSuggestions,
  RequestGrouping,
  SuggestGroups,
} from '#lib/consideration';
import { Database, DatabaseModule } from '#lib/database';
import { CloseDiscussion, DiscussionModule } from '#lib/discussion';
import { FilesModule } from '#lib/files';
import { JobsModule } from '#lib/jobs';
import { CLOCK, system, systemClock } from '#lib/kernel';
import { LedgerModule } from '#lib/ledger';
import { ReportsModule, RequestReport, SignReport } from '#lib/reports';
import { SignaturesModule } from '#lib/signatures';
import { decisionOn } from './report-decisions.mjs';
import { benchKeys } from './bench-keys.mjs';

const AT_ONCE = 5_000;
const PAGE = 20;

class ClockModule {}
Module({ providers: [{ provide: CLOCK, useValue: systemClock }], exports: [CLOCK] })(ClockModule);
Global()(ClockModule);

class BenchModule {}
Module({
  imports: [
    DatabaseModule.forRoot({ url: process.env.DATABASE_URL, pool: 4, name: 'talqy-bench', scope: 'system' }),
    ClockModule,
    LedgerModule,
    JobsModule,
    FilesModule,
    DiscussionModule.forRoot({
      receiptSecret: 'a secret for measuring, not for keeping',
      keyFile: benchKeys(),
      drainSeconds: 0,
    }),
    ConsiderationModule,
    SignaturesModule.forRoot({ trustedRoots: undefined, verifierUrl: undefined }),
    ReportsModule,
  ],
})(BenchModule);

const app = await NestFactory.createApplicationContext(BenchModule, { logger: ['error'] });
const database = app.get(Database);
const officer = (bodyId) => ({
  kind: 'officer',
  id: '00000000-0000-7000-8000-000000000001',
  name: 'Officer',
  bodyId,
  roles: ['officer', 'signer'],
});

const acts = {
  close: async ({ discussionId }) => ({ outcome: await app.get(CloseDiscussion).execute(discussionId) }),

  async suggest({ discussionId }) {
    await app.get(RequestGrouping).execute(discussionId, system('bench'));
    const [{ id }] = await database.query(`select id from grouping_run where state = 'RUNNING'`);
    return { outcome: await app.get(SuggestGroups).execute(id) };
  },

  /** Every suggestion as it was seen. */
  async confirm({ discussionId, bodyId }) {
    const actor = officer(bodyId);
    for (;;) {
      const { items } = await app.get(GroupSuggestions).of(discussionId, actor, { size: PAGE });
      if (items.length === 0) return {};
      for (const { id } of items) {
        const { seen } = await app.get(GroupSuggestions).one(discussionId, id, actor);
        await app.get(ConfirmGroup).execute({ discussionId, suggestionId: id, seen }, actor);
      }
    }
  },

  /** With the preview an officer sees before. */
  async decideGroups({ discussionId, bodyId, anchor }) {
    const actor = officer(bodyId);
    const groups = await database.query(
      'select no from remark_group where discussion_id = $1 and dissolved_at is null order by no',
      [discussionId],
    );
    for (const { no } of groups) {
      const { seen } = await app.get(AnswerPreview).ofGroup(discussionId, no, actor);
      await app.get(DecideGroup).execute({ discussionId, no, seen, ...decisionOn(no, anchor) }, actor);
    }
    return {};
  },

  async decideRest({ discussionId, bodyId, anchor }) {
    const actor = officer(bodyId);
    for (let turn = 0, after = '00000000-0000-0000-0000-000000000000'; ; turn += 1) {
      const ids = await remarksAlone(discussionId, after);
      if (ids.length === 0) return {};
      const { remarkIds, seen } = await app.get(AnswerPreview).ofRemarks(discussionId, ids, actor);
      await app.get(DecideRemarks).execute({ remarkIds, seen, ...decisionOn(turn, anchor) }, actor);
      after = ids.at(-1);
    }
  },

  request: async ({ discussionId, bodyId }) => ({
    runId: await app.get(RequestReport).execute(discussionId, officer(bodyId)),
  }),

  sign: ({ reportId, bodyId }) =>
    app.get(SignReport).execute({ reportId, acknowledgesWarnings: true }, officer(bodyId)),
};

/** Ids of remarks in no group, a page in the order of their ids. */
async function remarksAlone(discussionId, after) {
  const rows = await database.query(
    `select r.id from remark r
      where r.discussion_id = $1 and r.id > $2
        and not exists (select from remark_group_member m where m.remark_id = r.id and m.left_at is null)
      order by r.id limit ${AT_ONCE}`,
    [discussionId, after],
  );
  return rows.map(({ id }) => id);
}

process.on('message', ({ name, about }) => {
  acts[name](about).then(
    (result) => process.send(result ?? {}),
    (error) =>
      process.send({ fault: `${name}: ${error.stack} ${JSON.stringify(error.details ?? {}).slice(0, 2_000)}` }),
  );
});
process.on('disconnect', () => void app.close().then(() => process.exit(0)));
process.send({});
