import { type SecurityKind, securityKinds } from '#lib/kernel';

export type Thresholds = Readonly<Partial<Record<SecurityKind, number>>>;

/** Alarms are raised for this many minutes at a time. */
export const ALARM_MINUTES = 10;

/** So many within ten minutes, over all portals, are looked at by a person. What officials do all day has no bound here. */
const usual: Thresholds = {
  'sign-in-refused': 100,
  'sign-in-locked': 20,
  'cross-site-refused': 50,
  'access-denied': 300,
  'role-changed': 20,
  exported: 100,
  'not-public-read': 1000,
  limited: 1000,
  'ledger-broken': 1,
};

/** @param written `kind:number` over the usual bounds, 0 for none; the settings have looked at them */
export function thresholdsFrom(written: readonly string[] = []): Thresholds {
  const own = new Map(written.map((text) => text.split(':')).map(([kind, most]) => [kind, Number(most)]));
  const bounds = securityKinds.map((kind) => [kind, own.get(kind) ?? usual[kind] ?? 0] as const);
  return Object.fromEntries(bounds.filter(([, most]) => most > 0));
}
