import type { Language } from '#lib/kernel';
import { isMessageKey, translator } from '#lib/localisation';

/** The ground on which a remark is hidden, as a reader knows it. */
export function groundName(code: string, language: Language): string {
  const key = `hiding.ground.${code}`;
  return isMessageKey(key) ? translator(language)(key) : code;
}
