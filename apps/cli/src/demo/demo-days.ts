import type { Instant, LegalDay } from '#lib/kernel';
import {
  dayPlus,
  discussionWindow,
  type DiscussionWindow,
  localDayOf,
  type ProcedureProfile,
  readLocalTime,
  type WorkingCalendar,
} from '#lib/time-limits';
import type { PlannedPlacement } from '../discussion-folder/discussion-plan.js';
import type { DemoDossier } from './demo-dossiers.js';

export interface DemoDays {
  readonly placedOn: LegalDay;
  readonly placements: readonly PlannedPlacement[];
  readonly window: DiscussionWindow;
}

/**
 * When a demo dossier was placed, from the day of seeding by the profile's own arithmetic: an open one `daysAgo` days ago, a closed
 * one on the latest day whose close lies `daysAgo` days back.
 */
export function demoDays(
  dossier: DemoDossier,
  { now, profile, calendar }: { now: Instant; profile: ProcedureProfile; calendar: WorkingCalendar },
): DemoDays {
  const { stage, daysAgo } = dossier;
  const today = localDayOf(now, profile.closing.zone);
  const daysFrom = (placedOn: LegalDay): DemoDays => {
    const placements = placementsOn(placedOn, profile.closing.zone, dossier);
    const window = discussionWindow({ placements, profile, calendar });
    if (!window.isStarted) throw new Error('the demo is placed on every mandatory channel');
    return { placedOn, placements, window };
  };
  if (stage === 'open') return daysFrom(dayPlus(today, -daysAgo));
  const closedBy = dayPlus(today, -daysAgo);
  let placedOn = dayPlus(closedBy, -profile.term.length);
  while (daysFrom(placedOn).window.lastDay >= closedBy) placedOn = dayPlus(placedOn, -1);
  return daysFrom(placedOn);
}

/** On the portal in the morning, on the body's own resource an hour later. */
const placementsOn = (day: LegalDay, zone: string, { service, developer }: DemoDossier): PlannedPlacement[] => [
  {
    channel: 'EGOV_PORTAL',
    url: `https://egov.example.kz/discussions/${service}`,
    placedAt: readLocalTime(`${day}T10:00:00`, zone),
  },
  {
    channel: 'OWN_RESOURCE',
    url: `https://${developer.toLowerCase()}.example.kz/discussions/${service}`,
    placedAt: readLocalTime(`${day}T11:00:00`, zone),
  },
];
