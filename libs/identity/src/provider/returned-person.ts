import type { OpenVisit } from '../persistence/provider-visits.js';
import { CLOCK_TOLERANCE, type KnownPerson } from './open-id-provider.js';

/** Who came back from a visit to the provider. */
export interface ReturnedPerson extends KnownPerson {
  /** They proved there, since the visit began, who they are; otherwise the provider merely still knew them. */
  readonly isProvedAnew: boolean;
}

export function returnedPerson(person: KnownPerson, { beganAt }: Pick<OpenVisit, 'beganAt'>): ReturnedPerson {
  const { provedAt } = person;
  const isProvedAnew = provedAt !== undefined && provedAt >= Math.floor(beganAt) - CLOCK_TOLERANCE;
  return { ...person, isProvedAnew };
}
