import type { MessageKey, Translate } from '#lib/localisation';

const messages: Readonly<Record<string, MessageKey>> = {
  confirmed: 'grouping.confirmed',
  dismissed: 'grouping.dismissed',
  changed: 'grouping.changed',
  left: 'grouping.left',
  represented: 'grouping.represented',
  dissolved: 'grouping.dissolved',
  decided: 'decide.recorded',
  answered: 'answers.recorded',
  stood: 'decide.confirmed',
  split: 'points.split',
  noted: 'work.noted',
  claimed: 'work.claimed',
  released: 'work.released',
  assigned: 'work.assigned',
  flagged: 'work.flagged',
  unflagged: 'work.unflagged',
  kept: 'templates.kept',
  archived: 'templates.archived',
  explained: 'changes.explained',
};

/** What the redirect after a form says was done; null for anything else in the address. */
export function doneMessage(done: string, t: Translate): string | null {
  const key = Object.hasOwn(messages, done) ? messages[done] : undefined;
  return key ? t(key) : null;
}
