/** Every ground on which a text, or a passage of it, may be kept from the public (REQ-116); a profile has all or some of them. */
export const moderationGrounds = ['ABUSE', 'PERSONAL_DATA', 'SPAM', 'UNLAWFUL_CONTENT'] as const;
export type ModerationGround = (typeof moderationGrounds)[number];

export const publications = ['before', 'after'] as const;

/** What moderators may do, and when a text becomes public. */
export interface ModerationRules {
  /**
   * after: a text is public when it is received, and kept from the public later if need be. before: it is received and counted at
   * its instant, and public when an officer has released it.
   */
  readonly publication: (typeof publications)[number];
  /** How long a text waits at most where publication comes after moderation, in hours; then it is shown by itself. */
  readonly waitsHours: number;
  /** That a remark lies outside the subject is none: it gets a reasoned answer (REQ-53). */
  readonly grounds: readonly ModerationGround[];
}
