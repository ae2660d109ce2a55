import type { Language } from '#lib/kernel';
import { profileById } from '#lib/time-limits';

/** The reason of a decision as its profile names it, as the beginning of a line. */
export function reasonName(profileId: string, code: string, language: Language): string {
  const { reasons } = profileById(profileId).decisions;
  const name = reasons.find((reason) => reason.code === code)?.title[language] ?? code;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}
