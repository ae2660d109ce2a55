import { setTimeout as sleep } from 'node:timers/promises';
import type { Actor } from '#lib/kernel';
import { ReportRunOf } from '#lib/reports';
import type { Context } from '../command-line/context.js';
import { Refusal } from '../command-line/refusal.js';

/** A step of a report of a million remarks takes minutes; one that says nothing for this long has died. */
const SILENCE_MS = 180_000;
const PAUSE_MS = 200;

/** Waits until the run that makes the report is done, as long as it gets on. */
export async function awaitReport(context: Context, runId: string, official: Actor): Promise<void> {
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
