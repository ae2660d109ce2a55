import { posix } from 'node:path';
import type { RemovedKind } from '../domain/file-check.js';
import { rewriteXml } from './rewrite-xml.js';

/** Parts a document is whole without, and what each tells. */
const leftOut: readonly (readonly [RegExp, RemovedKind])[] = [
  [/^docProps\/thumbnail/i, 'PREVIEW'],
  [/^docProps\//i, 'AUTHOR'],
  [/^docMetadata\//i, 'AUTHOR'],
  [/^customXml\//i, 'DESCRIPTION'],
  [/\/people\.xml$/i, 'AUTHOR'],
  [/\/recipientData\d*\.xml$/i, 'DESCRIPTION'],
  [/\/customProperty\d*\.bin$/i, 'DESCRIPTION'],
  [/^(?:customUI|userCustomization)\//i, 'DEVICE'],
  [/^__MACOSX\/|(?:^|\/)\.DS_Store$/i, 'DEVICE'],
  [/^\[trash\]\//i, 'HISTORY'],
  [/\/printerSettings\//i, 'DEVICE'],
  [/\/revisions\//i, 'HISTORY'],
];
const leftOutRelations =
  /\/(?:attachedTemplate|mailMerge\w*|thumbnail|printerSettings|customProperty|extensibility|userCustomization)$/i;
/** An address elsewhere; everything else is a path on somebody's machine. */
const elsewhere = /^(?!file:)[a-z][a-z\d+.-]+:|^#/i;
/** What Word writes for a picture it does not find. */
const NOWHERE = 'NULL';

export const kindOfLeftOut = (name: string): RemovedKind | undefined =>
  leftOut.find(([pattern]) => pattern.test(name))?.[1];

/** The list of types without the parts left out. @throws CleaningFailed DAMAGED */
export const cleanedTypes = (bytes: Buffer): Buffer | undefined =>
  rewriteXml(bytes, {
    element: ({ name, attributes }) =>
      name !== 'Override' || kindOfLeftOut((attributes['PartName'] ?? '').replace(/^\//, '')) === undefined,
  });

/** The relations of a part without those to parts left out, and without paths on a machine. @throws CleaningFailed DAMAGED */
export function cleanedRelations(name: string, bytes: Buffer, kinds: Set<RemovedKind>): Buffer | undefined {
  const folder = posix.dirname(posix.dirname(name));
  return rewriteXml(bytes, {
    element({ name: element, attributes }) {
      if (element !== 'Relationship') return true;
      const { Target: target = '', Type: type = '' } = attributes;
      if (leftOutRelations.test(type)) return false;
      if (attributes['TargetMode'] === 'External') {
        if (elsewhere.test(target) || target === NOWHERE) return true;
        attributes['Target'] = NOWHERE;
        kinds.add('DEVICE');
        return true;
      }
      const part = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
      return !kindOfLeftOut(part);
    },
  });
}
