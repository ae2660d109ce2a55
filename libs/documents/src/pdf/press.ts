import { translator } from '#lib/localisation';
import type { Document } from '../document.js';
import type { SayMark } from './draw-lines.js';
import { Bookmarks } from './bookmarks.js';
import { PageFlow } from './page-flow.js';
import { type PdfFile, openPdf } from './pdf-file.js';
import { type Tags, readingOrder, withoutOrder } from './tags.js';
import { Typefaces } from './typeface.js';

/** What everything that is drawn needs. */
export interface Press {
  readonly file: PdfFile;
  readonly tags: Tags;
  readonly typefaces: Typefaces;
  readonly flow: PageFlow;
  readonly bookmarks: Bookmarks;
  readonly say: SayMark;
}

export function openPress(document: Document, isTagged: boolean): Press {
  const file = openPdf(document, isTagged);
  const tags = isTagged ? readingOrder(file) : withoutOrder(file);
  const typefaces = new Typefaces(file);
  const t = translator(document.language);
  return {
    file,
    tags,
    typefaces,
    flow: new PageFlow(file, document, typefaces, tags),
    bookmarks: new Bookmarks(file),
    say: (mark, text) => t(mark === 'added' ? 'documents.added' : 'documents.removed', { text }),
  };
}
