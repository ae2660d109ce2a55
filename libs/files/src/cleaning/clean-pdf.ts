import {
  ParseSpeeds,
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib';
import { type CleanedFile, CleaningFailed, inOrder, type RemovedKind } from '../domain/file-check.js';
import { assertPdfIsBounded } from './pdf-bounds.js';
import { cleanedPicture } from './pdf-pictures.js';

const MOST_PACKED_TOGETHER = 10_000;

const name = (text: string): PDFName => PDFName.of(text);
const ofInfo: ReadonlyMap<string, RemovedKind> = new Map([
  ['Author', 'AUTHOR'],
  ['Creator', 'DEVICE'],
  ['Producer', 'DEVICE'],
  ['CreationDate', 'TIME'],
  ['ModDate', 'TIME'],
]);
/** Entries of any object that describe it, and what they tell. */
const describing: readonly (readonly [string, RemovedKind])[] = [
  ['Metadata', 'DESCRIPTION'],
  ['PieceInfo', 'DEVICE'],
  ['LastModified', 'TIME'],
  ['Thumb', 'PREVIEW'],
];
/** Entries of a comment on a page that say who made it, and when. */
const ofComment: readonly (readonly [string, RemovedKind])[] = [
  ['T', 'AUTHOR'],
  ['M', 'TIME'],
  ['CreationDate', 'TIME'],
];

/**
 * A PDF without its description, the authors of its comments, what its pictures tell, and everything that no page leads to,
 * such as an earlier version of it. A signed one stays as it is.
 * @throws CleaningFailed DAMAGED, ENCRYPTED, TOO_MUCH_INSIDE; FILES_INSIDE when other files are attached to it
 */
export async function cleanPdf(content: Buffer): Promise<CleanedFile> {
  await assertPdfIsBounded(content);
  const pdf = await opened(content);
  const { context } = pdf;
  if (context.trailerInfo.Encrypt) throw new CleaningFailed('ENCRYPTED');
  const objects = context.enumerateIndirectObjects();
  if (objects.some(([, object]) => isSignature(object))) return { content, removed: [], isSigned: true };
  const kinds = new Set<RemovedKind>();
  dropInfo(context, kinds);
  if (!isLinearized(content) && (dropUnreachable(context) || hasEarlierVersion(content))) kinds.add('HISTORY');
  const refs = new Map(objects.map(([ref, object]) => [object, ref]));
  for (const object of reachable(context)) {
    cleanObject(context, object, kinds);
    const ref = refs.get(object);
    const picture = ref && object instanceof PDFRawStream ? cleanedPicture(object, kinds) : undefined;
    if (ref && picture) context.assign(ref, picture);
  }
  dropUnreachable(context);
  return { content: await written(pdf), removed: inOrder(kinds), isSigned: false };
}

/** Many objects each by itself: packed together, the writer looks through the earlier ones for the place of each. */
async function written(pdf: PDFDocument): Promise<Buffer> {
  const useObjectStreams = pdf.context.enumerateIndirectObjects().length <= MOST_PACKED_TOGETHER;
  const asItIs = { addDefaultPage: false, updateFieldAppearances: false, rewrite: true };
  return Buffer.from(await pdf.save({ ...asItIs, useObjectStreams, objectsPerTick: 1_000 }));
}

async function opened(content: Buffer): Promise<PDFDocument> {
  try {
    return await PDFDocument.load(content, {
      updateMetadata: false,
      ignoreEncryption: true,
      throwOnInvalidObject: true,
      preserveXFA: true,
      parseSpeed: ParseSpeeds.Fast,
    });
  } catch {
    throw new CleaningFailed('DAMAGED');
  }
}

const dictOf = (object: PDFObject | undefined): PDFDict | undefined =>
  object instanceof PDFDict ? object : object instanceof PDFStream ? object.dict : undefined;

const isSignature = (object: PDFObject): boolean => dictOf(object)?.has(name('ByteRange')) ?? false;

function dropInfo(context: PDFContext, kinds: Set<RemovedKind>): void {
  const info = dictOf(context.lookup(context.trailerInfo.Info));
  for (const key of info?.keys() ?? []) kinds.add(ofInfo.get(key.decodeText()) ?? 'DESCRIPTION');
  if (context.trailerInfo.Info instanceof PDFRef) context.delete(context.trailerInfo.Info);
  delete context.trailerInfo.Info;
  delete context.trailerInfo.ID;
}

/** The objects the document is made of, each once, those in others before them. */
function reachable(context: PDFContext): Set<PDFObject> {
  const seen = new Set<PDFObject>();
  const open: (PDFObject | undefined)[] = [context.trailerInfo.Root];
  while (open.length > 0) {
    const next = open.pop();
    if (next === undefined || seen.has(next)) continue;
    seen.add(next);
    if (next instanceof PDFRef) open.push(context.lookup(next));
    else if (next instanceof PDFArray) for (const each of next.asArray()) open.push(each);
    // How long a stream is, is written anew beside it.
    else for (const [key, value] of dictOf(next)?.entries() ?? []) if (key !== name('Length')) open.push(value);
  }
  return seen;
}

function cleanObject(context: PDFContext, object: PDFObject, kinds: Set<RemovedKind>): void {
  const dict = dictOf(object);
  if (!dict) return;
  if (dict.has(name('EF')) || dict.has(name('EmbeddedFiles'))) throw new CleaningFailed('FILES_INSIDE');
  const isComment = dict.has(name('Rect')) && dict.has(name('Subtype')) && dict.get(name('Subtype')) !== name('Widget');
  for (const [key, kind] of isComment ? [...describing, ...ofComment] : describing) {
    if (!dict.has(name(key)) || (key === 'T' && !isText(context.lookup(dict.get(name(key)))))) continue;
    dict.delete(name(key));
    kinds.add(kind);
  }
}

const isText = (object: PDFObject | undefined): boolean =>
  object instanceof PDFString || object instanceof PDFHexString;

/** @returns whether anything but the book-keeping of the file was among it */
function dropUnreachable(context: PDFContext): boolean {
  const kept = reachable(context);
  let isHistory = false;
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    if (kept.has(ref)) continue;
    context.delete(ref);
    const type = dictOf(object)?.get(name('Type'));
    isHistory ||= dictOf(object) !== undefined && type !== name('ObjStm') && type !== name('XRef');
  }
  // The book-keeping of the next file is numbered after what is left, so that cleaning twice is cleaning once.
  let largest = 0;
  for (const each of kept) if (each instanceof PDFRef) largest = Math.max(largest, each.objectNumber);
  context.largestObjectNumber = largest;
  return isHistory;
}

const hasEarlierVersion = (content: Buffer): boolean => content.indexOf('%%EOF') !== content.lastIndexOf('%%EOF');
/** Written to be read page by page: such a file has two ends and objects for readers only, and no earlier version by that. */
const isLinearized = (content: Buffer): boolean => content.toString('latin1', 0, 2_048).includes('/Linearized');
