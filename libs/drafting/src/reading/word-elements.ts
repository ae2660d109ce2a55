/** What mammoth gives for an element of a Word document; only what is read here. */
export interface WordElement {
  readonly type: string;
  readonly children?: readonly WordElement[];
  readonly value?: string;
  readonly styleName?: string | null;
  readonly numbering?: WordNumbering | null;
  readonly isBold?: boolean;
}

/** One level of one list: the same object for all its paragraphs. */
export interface WordNumbering {
  readonly isOrdered: boolean;
  readonly level: string;
}

export interface WordParagraph {
  readonly runs: readonly { readonly text: string; readonly isBold: boolean }[];
  readonly styleName: string;
  readonly numbering: WordNumbering | null;
  readonly hasImage: boolean;
  readonly hasNote: boolean;
}

/** The paragraphs that have words, in order. A table's row is one, its cells parted by bars. */
export const paragraphsOf = (element: WordElement): WordParagraph[] =>
  allParagraphs(element).filter((paragraph) => textOf(paragraph) !== '' || paragraph.hasImage);

function allParagraphs(element: WordElement): WordParagraph[] {
  if (element.type === 'paragraph') return [paragraph(element)];
  if (element.type === 'tableRow') return [tableRow(element)];
  return (element.children ?? []).flatMap(allParagraphs);
}

const paragraph = (element: WordElement): WordParagraph => ({
  runs: runsOf(element, false),
  styleName: element.styleName ?? '',
  numbering: element.numbering ?? null,
  hasImage: contains(element, 'image'),
  hasNote: contains(element, 'noteReference'),
});

function tableRow(row: WordElement): WordParagraph {
  const cells = (row.children ?? []).map((cell) => allParagraphs(cell).map(textOf).filter(Boolean).join(' '));
  return {
    runs: [{ text: cells.some(Boolean) ? cells.join(' | ') : '', isBold: false }],
    styleName: '',
    numbering: null,
    hasImage: contains(row, 'image'),
    hasNote: contains(row, 'noteReference'),
  };
}

function runsOf(element: WordElement, isBold: boolean): { text: string; isBold: boolean }[] {
  const bold = isBold || element.isBold === true;
  if (element.type === 'text') return [{ text: element.value ?? '', isBold: bold }];
  if (element.type === 'tab') return [{ text: ' ', isBold: bold }];
  if (element.type === 'break') return [{ text: '\n', isBold: bold }];
  return (element.children ?? []).flatMap((child) => runsOf(child, bold));
}

const contains = (element: WordElement, type: string): boolean =>
  element.type === type || (element.children ?? []).some((child) => contains(child, type));

export const textOf = ({ runs }: WordParagraph): string =>
  runs
    .map((run) => run.text)
    .join('')
    .replace(/[ \t]*\n[ \t]*/g, '\n')
    .trim();

export const isBold = ({ runs }: WordParagraph): boolean =>
  runs.every((run) => run.isBold || run.text.trim() === '') && runs.some((run) => run.text.trim() !== '');
