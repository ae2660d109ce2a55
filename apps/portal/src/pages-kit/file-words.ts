import { type CleaningFault, cleaningFaults, type FileCheck, isShown } from '#lib/files';
import type { PageVisit } from './visit.js';

/** A file in a list: its name, a link when it may be opened, and what became of it. */
export interface FileLine {
  readonly name: string;
  /** null while it is not to be opened. */
  readonly href: string | null;
  readonly words: string;
}

export const fileLine = (file: FileCheck & { readonly name: string }, href: string, visit: PageVisit): FileLine => ({
  name: file.name,
  href: isShown(file.state) ? href : null,
  words: fileWords(file, visit),
});

/** What became of an upload, in words: its state, and what was taken out of it. */
export function fileWords(
  { state, note, removed }: FileCheck,
  { t, language }: Pick<PageVisit, 't' | 'language'>,
): string {
  const fault = cleaningFaults.find((each) => each === note) ?? ('DAMAGED' satisfies CleaningFault);
  const said = [
    state === 'QUARANTINED'
      ? t('file.state.QUARANTINED', { name: note ?? '' })
      : state === 'NOT_SHOWN'
        ? t('file.state.NOT_SHOWN', { reason: t(`file.fault.${fault}`) })
        : t(`file.state.${state}`),
  ];
  if (isShown(state) && note === 'SIGNED') said.push(t('file.signed'));
  if (removed.length > 0) {
    const kinds = new Intl.ListFormat(language).format(removed.map((kind) => t(`file.removed.${kind}`)));
    said.push(t('file.removed', { kinds }));
  }
  return said.join('; ');
}
