import type { Actor } from '#lib/kernel';

// Who may see which version of a draft. The one placed for discussion is everybody's (R8.1); the revised one is prepared with
// the answers and becomes public with the report that names it, not before (R8.3, A2.1, REQ-55).

/** What a version is to the public: the text discussed, the text revised, or nothing yet. */
export type VersionStanding = 'discussed' | 'revised' | 'unpublished';

export interface VersionFacts {
  /** Frozen, and the one its discussion names. */
  readonly isPlaced: boolean;
  /** The revised draft of a published report. */
  readonly isInPublishedReport: boolean;
}

/** A draft that the discussion did not change stands in its report as it was discussed. */
export function standingOf({ isPlaced, isInPublishedReport }: VersionFacts): VersionStanding {
  if (isPlaced) return 'discussed';
  return isInPublishedReport ? 'revised' : 'unpublished';
}

const drafters: readonly string[] = ['officer', 'signer'];

/** Whether these eyes may see a version: published ones everybody, the others who drafts and signs in the developing body. */
export function maySeeVersion(standing: VersionStanding, developerId: string, actor: Actor): boolean {
  if (standing !== 'unpublished' || actor.kind === 'system') return true;
  return (
    actor.kind === 'officer' && actor.bodyId === developerId && actor.roles.some((role) => drafters.includes(role))
  );
}
