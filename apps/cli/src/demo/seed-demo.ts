import { CloseDiscussion, ListDiscussions } from '#lib/discussion';
import { type Clock, type Instant, pageRequest, plusMilliseconds, system } from '#lib/kernel';
import { ImportRegister, PublicServices, StateBodies } from '#lib/service-register';
import type { Settings } from '#lib/settings';
import { dayPlus, profileInForce, localDayOf } from '#lib/time-limits';
import { LoadWorkingCalendar } from '#lib/working-calendar';
import type { Context } from '../command-line/context.js';
import { decideRemarks, reviseDraft } from '../main-job/answer-remarks.js';
import { beginDiscussion } from '../main-job/begin-discussion.js';
import { finishReport } from '../main-job/finish-report.js';
import { takeRemarks } from '../main-job/take-remarks.js';
import { type DemoDays, demoDays } from './demo-days.js';
import { type DemoDossier, demoDossiers, demoProfile } from './demo-dossiers.js';
import { enterDemoLetter } from './demo-letter.js';
import { demoFolder, demoRegister } from './demo-folder.js';
import { demoOfficers, type DemoOfficials } from './demo-officers.js';
import { beginDemoWork } from './demo-work.js';

/** The clock of the demo: each act is done at the time it would have been done. */
export type DemoClock = Clock & { set(to: Instant): void };

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export interface SeedRequest {
  readonly settings: Settings;
  /** The instant of seeding. */
  readonly now: Instant;
  readonly clock: DemoClock;
}

/**
 * Brings the demo in through the use cases of the product, once: what is there already stays as it is.
 * @returns what was done, one line a dossier; empty when the demo was there
 */
export async function seedDemo(context: Context, request: SeedRequest): Promise<string[]> {
  const { now, clock, settings } = request;
  const calendar = await context.get(LoadWorkingCalendar).execute();
  const profile = profileInForce(demoProfile, localDayOf(now, 'Asia/Almaty'));
  const there = await dossiersThere(context);
  const missing = demoDossiers.filter(({ service }) => !there.has(service));
  if (missing.length === 0) return [];
  const days = new Map(demoDossiers.map((dossier) => [dossier, demoDays(dossier, { now, profile, calendar })]));
  const enteredOn = new Map([...days].map(([{ service }, { placedOn }]) => [service, dayPlus(placedOn, -3)]));
  await context.get(ImportRegister).execute({ text: demoRegister(enteredOn), format: 'csv' }, system('demo'));
  const officials = await demoOfficers(context, settings.secret);
  const done: string[] = [];
  for (const dossier of missing) {
    const when = days.get(dossier);
    const people = officials.get(dossier.developer);
    if (!when || !people) throw new Error(`the demo has nobody or no day for ${dossier.service}`);
    await seedDossier(context, { dossier, when, people, clock, publicUrl: settings.publicUrl });
    done.push(`${dossier.service}: ${dossier.stage}, placed on ${when.placedOn}, last day ${when.window.lastDay}`);
  }
  clock.set(now);
  return done;
}

/** Codes of the services whose discussion is there. */
async function dossiersThere(context: Context): Promise<ReadonlySet<string>> {
  const codes = new Set<string>();
  for (let after: string | undefined, more = true; more;) {
    const page = await context.get(ListDiscussions).execute({}, pageRequest(100, after));
    for (const { serviceCode } of page.items) if (serviceCode) codes.add(serviceCode);
    after = page.next;
    more = after !== undefined;
  }
  return codes;
}

interface DossierToSeed {
  readonly dossier: DemoDossier;
  readonly when: DemoDays;
  readonly people: DemoOfficials;
  readonly clock: DemoClock;
  readonly publicUrl: string;
}

async function seedDossier(
  context: Context,
  { dossier, when, people, clock, publicUrl }: DossierToSeed,
): Promise<void> {
  const { officer, signer } = people;
  const { placements, placedOn, window } = when;
  const zone = 'Asia/Almaty';
  const service = await context.get(PublicServices).byCode(dossier.service);
  const developer = await context.get(StateBodies).byCode(dossier.developer);
  if (!service || !developer) throw new Error(`the register lacks ${dossier.service} or its body`);
  const files = await demoFolder(dossier, placedOn, zone);
  const plan = {
    profile: demoProfile,
    kind: 'NEW_STANDARD' as const,
    service: service.code,
    developer,
    title: service.name,
    placements,
    zone,
  };
  const folder = { plan, ...files };
  clock.set(window.openAt);
  const { procedureId, discussionId } = await beginDiscussion(context, folder, developer.id, officer);
  const taken = await takeRemarks(context, folder, discussionId, officer);
  if (dossier.stage === 'open') return;
  clock.set(plusMilliseconds(window.closeAt, HOUR));
  await context.get(CloseDiscussion).execute(discussionId);
  clock.set(plusMilliseconds(window.closeAt, DAY + 10 * HOUR));
  await decideRemarks(context, folder, taken, officer);
  if (dossier.stage === 'waiting') {
    const letter = { discussionId, draft: folder.draft, arrivalDay: window.lastDay, officer };
    if (dossier.letter) await enterDemoLetter(context, { name: dossier.letter, ...letter });
    if (dossier.work) await beginDemoWork(context, { name: dossier.work, remarks: folder.remarks, taken, officer });
    return;
  }
  clock.set(plusMilliseconds(window.closeAt, 3 * DAY + 11 * HOUR));
  await reviseDraft(context, folder, procedureId, officer);
  clock.set(plusMilliseconds(window.closeAt, 5 * DAY + 12 * HOUR));
  await finishReport(context, { discussionId, publicUrl }, signer);
}
