import { setTimeout as sleep } from 'node:timers/promises';
import type { Actor } from '#lib/kernel';
import { ReportRunOf, RequestReport } from '#lib/reports';
import type { Context } from '../command-line/context.js';
import { Refusal } from '../command-line/refusal.js';

/** A step of a report of a million remarks takes minutes; one that says nothing for this long has died. */
const SILENCE_MS = 180_000;
const PAUSE_MS = 200;

/** The report of the facts of now: a run that is under way since the close has its snapshot from before the decisions. */
export async function makeReport(context: Context, discussionId: string, official: Actor): Promise<void> {
  const newest = await context.get(ReportRunOf).newest(discussionId, official);
  if (newest?.state === 'RUNNING') await awaitReport(context, newest.id, official);
  await awaitReport(context, await context.get(RequestReport).execute(discussionId, official), official);
}

/** Waits until the run that makes the report is done, as long as it gets on. */
async function awaitReport(context: Context, runId: string, official: Actor): Promise<void> {
  let said = '';
  for (let silent = 0; silent < SILENCE_MS; silent += PAUSE_MS) {
    const run = await context.get(ReportRunOf).byId(runId, official);
    if (run?.state === 'DONE') return;
    const failed = run?.steps.find(({ error }) => error !== null);
    if (run?.state !== 'RUNNING')
      throw new Refusal(`The report was not made: ${failed?.error ?? run?.state ?? 'no run'}`);
    const says = JSON.stringify(run.steps);
    if (says !== said) silent = 0;
    said = says;
    await sleep(PAUSE_MS);
  }
  throw new Refusal(`The report does not get on for ${SILENCE_MS / 1000} seconds; \`talqy doctor\` tells more.`);
}
