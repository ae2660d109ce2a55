import {
  decodePDFRawStream,
  PDFArray,
  type PDFDict,
  PDFName,
  PDFNull,
  type PDFObject,
  PDFRawStream,
} from '@cantoo/pdf-lib';
import { CleaningFailed, type RemovedKind } from '../domain/file-check.js';
import { cleanJpeg } from './clean-jpeg.js';

const [FILTER, SETTINGS] = [PDFName.of('Filter'), PDFName.of('DecodeParms')];
const JPEG = new Set([PDFName.of('DCTDecode'), PDFName.of('DCT')]);
/** What a JPEG may be packed in once more; its size was looked at before. */
const aroundIt: ReadonlySet<PDFObject | undefined> = new Set(
  ['FlateDecode', 'ASCII85Decode', 'ASCIIHexDecode'].map((filter) => PDFName.of(filter)),
);

/**
 * A JPEG of a PDF without what it tells; undefined for any other stream.
 * @throws CleaningFailed DAMAGED, also for one packed in a way no program writes
 */
export function cleanedPicture(stream: PDFRawStream, kinds: Set<RemovedKind>): PDFRawStream | undefined {
  const filters = filtersOf(stream.dict);
  const last = filters.at(-1);
  if (!(last instanceof PDFName) || !JPEG.has(last)) return undefined;
  const around = filters.slice(0, -1);
  const { content, removed } = cleanJpeg(
    around.length === 0 ? Buffer.from(stream.contents) : inner(stream, around),
    true,
  );
  for (const kind of removed) kinds.add(kind);
  const { dict } = stream;
  dict.set(FILTER, last);
  const settings = dict.lookup(SETTINGS);
  if (settings instanceof PDFArray) dict.set(SETTINGS, settings.lookup(filters.length - 1) ?? PDFNull);
  return PDFRawStream.of(dict, content);
}

const filtersOf = (dict: PDFDict): (PDFObject | undefined)[] => {
  const filter = dict.lookup(FILTER);
  return filter instanceof PDFArray ? filter.asArray().map((_, index) => filter.lookup(index)) : [filter];
};

function inner({ dict, contents }: PDFRawStream, around: readonly (PDFObject | undefined)[]): Buffer {
  if (around.length > 1 || !aroundIt.has(around[0])) throw new CleaningFailed('DAMAGED');
  const outer = dict.context.obj({ Filter: around[0] ?? null });
  return Buffer.from(decodePDFRawStream(PDFRawStream.of(outer, contents)).decode());
}
