import { posix } from 'node:path';
import type { RemovedKind } from '../domain/file-check.js';
import { rewriteXml } from './rewrite-xml.js';

/** Parts a document is whole without, and what each tells. */
const leftOut: readonly (readonly [RegExp, RemovedKind])[] = [
  [/^docProps\/thumbnail/i, 'PREVIEW'],
  [/^docProps\//i, 'AUTHOR'],
  [/^docMetadata\//i, 'AUTHOR'],
  [/^customXml\//i, 'DESCRIPTION'],
  [/^word\/people\.xml$/i, 'AUTHOR'],
  [/\/printerSettings\//i, 'DEVICE'],
  [/\/revisions\//i, 'HISTORY'],
];
const leftOutRelations = /\/(?:attachedTemplate|mailMerge\w*|thumbnail|printerSettings)$/i;

export const kindOfLeftOut = (name: string): RemovedKind | undefined =>
  leftOut.find(([pattern]) => pattern.test(name))?.[1];

/** The list of types without the parts left out. @throws CleaningFailed DAMAGED */
export const cleanedTypes = (bytes: Buffer): Buffer | undefined =>
  rewriteXml(bytes, {
    element: ({ name, attributes }) =>
      name !== 'Override' || kindOfLeftOut((attributes['PartName'] ?? '').replace(/^\//, '')) === undefined,
  });

/** The relations of a part without those to parts left out. @throws CleaningFailed DAMAGED */
export function cleanedRelations(name: string, bytes: Buffer): Buffer | undefined {
  const folder = posix.dirname(posix.dirname(name));
  return rewriteXml(bytes, {
    element({ name: element, attributes }) {
      if (element !== 'Relationship') return true;
      const { Target: target = '', Type: type = '' } = attributes;
      const part = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
      return !leftOutRelations.test(type) && (attributes['TargetMode'] === 'External' || !kindOfLeftOut(part));
    },
  });
}
