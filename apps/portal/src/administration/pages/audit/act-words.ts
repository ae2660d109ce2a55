import { isMessageKey, type Translate } from '#lib/localisation';

/** What was done, in words; an act of another release keeps its name. */
export function actWords(act: string, t: Translate): string {
  const key = `audit.act.${act}`;
  return isMessageKey(key) ? t(key) : act;
}

/** The kind of thing it was done to, in words. */
export function subjectWords(kind: string, t: Translate): string {
  const key = `audit.subject.${kind}`;
  return isMessageKey(key) ? t(key) : kind;
}

/**
 * Who did it: an official by name, the public never.
 * @param actor as `actorLabel` writes it
 * @param names of officials, by id
 */
export function actorWords(actor: string, names: ReadonlyMap<string, string>, t: Translate): string {
  if (actor === 'citizen') return t('audit.by-citizen');
  const [, kind, name = ''] = /^(officer|system):(.*)$/s.exec(actor) ?? [];
  if (kind === 'officer') return names.get(name) ?? t('audit.by-unknown');
  return kind === 'system' ? t('audit.by-system', { name }) : actor;
}

/** Ids of the officials among these actors. */
export const officersAmong = (actors: readonly string[]): string[] => [
  ...new Set(actors.filter((actor) => actor.startsWith('officer:')).map((actor) => actor.slice('officer:'.length))),
];
