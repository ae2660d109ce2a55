import type { Language } from '#lib/kernel';
import mammoth from 'mammoth';
import { DraftFileRefused } from './draft-file-refused.js';
import { clauseLabel, headingLabel } from './labels.js';
import { type LanguageReading, type ReadBlock, type ReadingNotice, rowOf } from './reading.js';
import { structure } from './structure.js';
import { type UnpackLimits, unpackDocx } from './unpack-docx.js';
import { type WordElement, type WordParagraph, isBold, paragraphsOf, textOf } from './word-elements.js';

/**
 * Reads one language of a draft from DOCX. Headings are the paragraphs in Word's heading styles or, where a document uses
 * none, its bold ones. Rows are told by their paragraph, blank ones not counted, a table's row as one.
 * @throws DraftFileRefused above 10 MB packed or 100 MB unpacked, or when it is no DOCX
 */
export async function readDocx(docx: Buffer, language: Language, limits?: UnpackLimits): Promise<LanguageReading> {
  const paragraphs = paragraphsOf(await wordDocument(await unpackDocx(docx, limits)));
  const usesStyles = paragraphs.some((paragraph) => headingLevel(paragraph) > 0);
  const numbering = new Numbering();
  const notices: ReadingNotice[] = [];
  const blocks: ReadBlock[] = [];
  for (const [index, paragraph] of paragraphs.entries()) {
    const at = index + 1;
    const text = textOf(paragraph);
    const level = usesStyles ? headingLevel(paragraph) : boldLevel(paragraph, blocks.length === 0);
    const isHeading = level > 0;
    const label = hasPrintedLabel(text, isHeading) ? '' : numbering.labelOf(paragraph, isHeading);
    const row = rowOf(label, text);
    if (label !== '' && label !== '–') notices.push({ code: 'label-computed', language, at, row });
    if (paragraph.hasImage) notices.push({ code: 'image-left-out', language, at, row });
    if (paragraph.hasNote) notices.push({ code: 'note-left-out', language, at, row });
    const bulleted = label === '–';
    blocks.push({
      kind: isHeading ? 'heading' : 'text',
      level,
      ...(label === '' || bulleted ? {} : { label }),
      text: bulleted ? `– ${text}` : text,
      at,
    });
  }
  return structure({ blocks, faults: [], notices }, language);
}

async function wordDocument(buffer: Buffer): Promise<WordElement> {
  let seen: WordElement | undefined;
  const transformDocument = (document: WordElement) => {
    seen = document;
    return { ...document, children: [] };
  };
  try {
    await mammoth.convertToHtml({ buffer }, { transformDocument, externalFileAccess: false });
  } catch {
    throw new DraftFileRefused('not-a-docx');
  }
  if (!seen) throw new DraftFileRefused('not-a-docx');
  return seen;
}

function headingLevel(paragraph: WordParagraph): number {
  if (/^title$/i.test(paragraph.styleName)) return 1;
  return Number(/^heading ([1-9])$/i.exec(paragraph.styleName)?.[1] ?? 0);
}

const hasPrintedLabel = (text: string, isHeading: boolean): boolean =>
  (isHeading ? headingLabel(text) : clauseLabel(text)).label !== '';

/** Without styles: the first bold line is the title unless it has a number, any other bold line a section. */
function boldLevel(paragraph: WordParagraph, isFirst: boolean): number {
  if (!isBold(paragraph)) return 0;
  return isFirst && clauseLabel(textOf(paragraph)).label === '' ? 1 : 2;
}

/**
 * Numbers that Word counts itself are not in the text. Paragraphs of one list share one level object, so they are counted
 * on through the sections, as Word does: `1.` at the first level, `1)` below, where a new item of the level above starts anew.
 */
class Numbering {
  private readonly counts = new Map<object, number>();
  private readonly levels: { at: number; level: object }[] = [];

  labelOf({ numbering }: WordParagraph, isHeading: boolean): string {
    if (!numbering) return '';
    if (!numbering.isOrdered) return '–';
    const at = Number(numbering.level);
    for (const deeper of this.levels.filter((known) => known.at > at)) this.counts.delete(deeper.level);
    if (!this.counts.has(numbering)) this.levels.push({ at, level: numbering });
    const count = (this.counts.get(numbering) ?? 0) + 1;
    this.counts.set(numbering, count);
    return at === 0 || isHeading ? `${count}.` : `${count})`;
  }
}
