import type { Actor, Role } from '#lib/kernel';

/** Where a procedure stands, as far as rights go. */
export const stages = ['drafting', 'open', 'closed', 'published'] as const;
export type Stage = (typeof stages)[number];

export interface Rule {
  readonly roles: readonly [Role, ...Role[]];
  /**
   * Whose thing it is done to. `own`: of a procedure or a body; to officials of another body it is not there. `self`: the asker's own
   * account, or the list of what is theirs. `all`: the installation.
   */
  readonly whose: 'own' | 'self' | 'all';
  /** When it may be done; at any other time the act refuses by its own check. Not said: always. */
  readonly during?: readonly Stage[];
}

const drafters: Rule['roles'] = ['officer'];
const readers: Rule['roles'] = ['officer', 'signer'];
const everyOfficial: Rule['roles'] = ['officer', 'signer', 'administrator'];
const afterTheClose: readonly Stage[] = ['closed'];

/**
 * Who may do what: role × action × whose × when. The one table: guards let in by it, pages offer by it, tests expect by it. What is not
 * here nobody may do; what anybody may do is declared `@Public()` on its handler. A use case asks for a role once more by itself
 * (`requireRole`): no guard stands before it when a command or a job calls it.
 */
export const policy = {
  'desk.read': { roles: everyOfficial, whose: 'self' },
  'account.keep': { roles: everyOfficial, whose: 'self' },
  'officials.manage': { roles: ['administrator'], whose: 'all' },
  'alarms.read': { roles: ['administrator'], whose: 'all' },
  'administration.read': { roles: ['administrator'], whose: 'all' },
  'audit.read': { roles: ['administrator'], whose: 'all' },
  'register.manage': { roles: ['administrator'], whose: 'all' },
  'calendar.manage': { roles: ['administrator'], whose: 'all' },
  'profiles.manage': { roles: ['administrator'], whose: 'all' },
  'erasure.settle': { roles: ['administrator'], whose: 'self' },
  'dossier.begin': { roles: drafters, whose: 'self' },
  'dossier.read': { roles: readers, whose: 'own' },
  'draft.save': { roles: drafters, whose: 'own', during: ['drafting', 'closed'] },
  'draft.place': { roles: drafters, whose: 'own', during: ['drafting'] },
  'placement.add': { roles: drafters, whose: 'own' },
  'work.read': { roles: readers, whose: 'own' },
  'work.share': { roles: drafters, whose: 'own' },
  'remark.decide': { roles: drafters, whose: 'own', during: afterTheClose },
  'decision.confirm': { roles: drafters, whose: 'own', during: afterTheClose },
  'change.explain': { roles: drafters, whose: 'own', during: afterTheClose },
  'remarks.group': { roles: drafters, whose: 'own', during: afterTheClose },
  'grounds.read': { roles: readers, whose: 'self' },
  'grounds.save': { roles: drafters, whose: 'own' },
  'entry.read': { roles: readers, whose: 'own' },
  'entry.make': { roles: drafters, whose: 'own', during: ['open', 'closed'] },
  'entry.settle': { roles: readers, whose: 'own', during: ['open', 'closed'] },
  'sheet.read': { roles: readers, whose: 'own' },
  'sheet.fill': { roles: drafters, whose: 'own', during: afterTheClose },
  'letters.import': { roles: drafters, whose: 'own', during: ['open', 'closed'] },
  'hiding.read': { roles: readers, whose: 'own' },
  'hiding.propose': { roles: drafters, whose: 'own' },
  'hiding.settle': { roles: readers, whose: 'own' },
  'text.release': { roles: drafters, whose: 'own' },
  'objection.answer': { roles: drafters, whose: 'own' },
  'report.read': { roles: readers, whose: 'own' },
  'report.make': { roles: readers, whose: 'own', during: afterTheClose },
  'report.sign': { roles: ['signer'], whose: 'own', during: afterTheClose },
  'report.place': { roles: readers, whose: 'own', during: ['published'] },
  'erratum.open': { roles: readers, whose: 'own', during: ['published'] },
} as const satisfies Readonly<Record<string, Rule>>;

export type Action = keyof typeof policy;

export const ruleOf = (action: Action): Rule => policy[action];

/** Whether an official with these roles may do it to what is theirs; whose a thing is, and when, is asked where it is known. */
export const may = (actor: Actor, action: Action): boolean =>
  actor.kind === 'system' ||
  (actor.kind === 'officer' && ruleOf(action).roles.some((role) => actor.roles.includes(role)));
