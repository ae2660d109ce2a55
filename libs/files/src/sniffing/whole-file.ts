import { zipEnd } from '#lib/archives';
import type { AttachmentFault } from '../domain/attachment-refused.js';

const HEAD = 4_096;
const markup = /<(?:!doctype|html|head|body|script|iframe|svg|\?php)[\s>/]/i;

/** Whether something else could be read out of a PDF or a picture: a page at its head, an archive at its tail. */
export function isAlsoSomethingElse(content: Buffer): boolean {
  return markup.test(content.toString('latin1', 0, HEAD)) || zipEnd(content) !== undefined;
}

/** A PDF begins with its header and has its end mark within the last kilobyte, as its readers ask. */
export function pdfFault(content: Buffer): AttachmentFault | undefined {
  if (!content.toString('latin1', 0, 5).startsWith('%PDF-')) return 'content-not-as-named';
  const end = content.lastIndexOf('%%EOF');
  if (end < 0) return 'damaged';
  return content.length - end > 1_024 ? 'more-than-one-type' : undefined;
}

/** A PNG is its signature and chunks, IHDR to IEND, and not a byte more. */
export function pngFault(content: Buffer): AttachmentFault | undefined {
  let at = 8;
  for (let isFirst = true; at + 12 <= content.length; isFirst = false) {
    const type = content.toString('latin1', at + 4, at + 8);
    if (isFirst && type !== 'IHDR') return 'damaged';
    at += 12 + content.readUInt32BE(at);
    if (type === 'IEND') return at === content.length ? undefined : 'more-than-one-type';
  }
  return 'damaged';
}

/** A JPEG ends its picture. Cameras append data of their own after it, which is kept. */
export const jpegFault = (content: Buffer): AttachmentFault | undefined =>
  content.lastIndexOf(Buffer.from([0xff, 0xd9])) > 2 ? undefined : 'damaged';
