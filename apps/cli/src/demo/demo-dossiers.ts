import type { ProfileFamily } from '#lib/time-limits';

/** How far a demo dossier goes. */
export type DemoStage = 'open' | 'waiting' | 'reported';

export interface DemoDossier {
  /** Code of the service; its standard is `standards/<code>.<language>.md`. */
  readonly service: string;
  /** Code of the body that develops it. */
  readonly developer: string;
  readonly stage: DemoStage;
  /** Name of its files in remarks/, decisions/ and revisions/; none without remarks. */
  readonly files?: string;
  /** Name of a letter on paper in letters/, which waits for a second official. */
  readonly letter?: string;
  /** Name of what its officials have begun in work/. */
  readonly work?: string;
  /** An open one: days since its placement. A closed one: days since its close, at least. */
  readonly daysAgo: number;
}

/** One open discussion, one waiting for decisions and with a letter on paper to confirm, one reported, one that received nothing (AMB-25). */
export const demoDossiers: readonly DemoDossier[] = [
  { service: '01507001', developer: 'KOTM', stage: 'reported', files: 'yard-improvement', daysAgo: 40 },
  { service: '01507002', developer: 'KOTM', stage: 'reported', daysAgo: 25 },
  {
    service: '02104002',
    developer: 'BBM',
    stage: 'waiting',
    files: 'summer-camp',
    letter: 'summer-camp',
    work: 'summer-camp',
    daysAgo: 5,
  },
  { service: '02104001', developer: 'BBM', stage: 'open', files: 'preschool-referral', daysAgo: 12 },
];

/** The dossier whose report the demo shows. */
export const shownReport = '01507001';

/** The procedure of Order 126, which a body may still choose by its own decision. */
export const demoProfile = 'kz-126-by-decision' as const satisfies ProfileFamily;
