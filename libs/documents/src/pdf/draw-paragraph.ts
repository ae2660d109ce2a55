import type { Heading, Paragraph } from '../document.js';
import { breakLines } from './break-lines.js';
import type { Line } from './line.js';
import { drawLines } from './draw-lines.js';
import { lineHeightOf, styleOf } from './measures.js';
import type { Press } from './press.js';
import type { TaggedElement } from './tags.js';

/** A heading stays with the beginning of what follows it: in points. */
const KEPT_WITH_HEADING = 60;

export function drawParagraph(press: Press, block: Paragraph | Heading): void {
  const { flow, typefaces, tags } = press;
  const style = styleOf(block);
  const lines = breakLines(block.text, style, flow.width, typefaces);
  const height = lineHeightOf(style.size);
  flow.space(style.before);
  const isHeading = block.kind === 'heading';
  if (isHeading && flow.room < Math.min(lines.length * height + KEPT_WITH_HEADING, flow.body)) flow.nextPage();
  if (isHeading) press.bookmarks.add(block.text, block.level, flow.y);
  const element = tags.element(isHeading ? `H${block.level}` : 'P');
  for (let from = 0; from < lines.length;) {
    const count = linesThatFit(flow.room, height, lines.length - from, flow.isAtTop);
    if (count > 0) drawPart(press, lines.slice(from, from + count), block, element);
    from += count;
    if (from < lines.length) flow.nextPage();
  }
  element.end();
  flow.space(style.after);
}

function drawPart(press: Press, lines: Line[], block: Paragraph | Heading, element: TaggedElement): void {
  const { file, flow, say } = press;
  const { size } = styleOf(block);
  drawLines(file, lines, { left: flow.left, top: flow.y, width: flow.width, size, align: block.align }, element, say);
  flow.y += lines.length * lineHeightOf(size);
}

/** How many of the remaining lines go on this page: no line of a longer text is left alone on either side. */
function linesThatFit(room: number, height: number, remaining: number, isAtTop: boolean): number {
  const fit = Math.floor(room / height);
  if (fit >= remaining) return remaining;
  const kept = remaining - fit === 1 ? fit - 1 : fit;
  if (kept >= 2 || isAtTop) return Math.max(kept, isAtTop ? 1 : 0);
  return 0;
}
