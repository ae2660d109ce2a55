import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import type { Block, Document } from '../document.js';
import { chooseWay } from './choose-way.js';
import { drawParagraph } from './draw-paragraph.js';
import { drawTable } from './draw-table.js';
import { type Press, openPress } from './press.js';

export interface PdfOptions {
  /**
   * A tagged document is held in memory by its structure: with more rows and blocks than this, or an unknown number of rows,
   * it is not tagged. 2,000 when nothing is said; 20,000 rows of four cells were measured at 280 MB.
   */
  readonly taggedRows?: number;
}

const TAGGED_ROWS = 2_000;

/**
 * Streams the document as PDF 1.7 with embedded Noto Sans. With few rows, all of them known beforehand (`size` of every
 * table), it is tagged for screen readers (PDF/UA); otherwise its memory does not grow with the rows. Both ways have the
 * same look, bookmarks, language, title and "n / N" on every page. Equal documents give equal bytes. What the font lacks is
 * shown as U+FFFD. A fault in the blocks or rows destroys the stream with that error; a reader that stops early ends the
 * rows' iterator.
 */
export function writePdf(document: Document, { taggedRows = TAGGED_ROWS }: PdfOptions = {}): Readable {
  return Readable.from(bytesOfPages(document, taggedRows), { objectMode: false });
}

async function* bytesOfPages(document: Document, taggedRows: number): AsyncGenerator<Buffer> {
  const { isTagged, blocks } = await chooseWay(document.blocks, taggedRows);
  const press = openPress(document, isTagged);
  for await (const block of blocks) {
    for await (const _ of drawBlock(press, block)) yield* finished(press);
  }
  press.flow.end();
  yield* finished(press);
}

async function* drawBlock(press: Press, block: Block): AsyncGenerator<void> {
  if (block.kind === 'table') return yield* drawTable(press, block);
  drawParagraph(press, block);
  yield;
}

/** The pages that are ready; other work of the process gets its turn between them. */
async function* finished({ file }: Press): AsyncGenerator<Buffer> {
  const bytes = file.read() as Buffer | null;
  if (bytes === null) return;
  await setImmediate();
  yield bytes;
}
