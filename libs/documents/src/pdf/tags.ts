import type { PdfElement, PdfFile } from './pdf-file.js';

export type Tag = 'H1' | 'H2' | 'H3' | 'P' | 'Table' | 'TR' | 'TH' | 'TD' | 'Span';

export interface TagFacts {
  readonly title?: string;
  /** What a screen reader says instead of what is drawn. */
  readonly actual?: string;
  readonly decoration?: 'Underline' | 'LineThrough';
}

type Draw = () => void;

/** A place in the order of reading. */
export interface TaggedElement {
  child(tag: Tag, facts?: TagFacts): TaggedElement;
  /** Draws a part of the element on the current page. An element that breaks across pages is drawn in several parts. */
  content(draw: Draw): void;
  end(): void;
}

/** Drawn and not read out. */
export const drawnOnly: TaggedElement = { child: () => drawnOnly, content: (draw) => draw(), end: () => {} };

export interface Tags {
  element(tag: Tag, facts?: TagFacts): TaggedElement;
  /** Draws what is not read out: borders, footers, the heading row repeated on another page. */
  artifact(type: 'Pagination' | 'Layout', draw: Draw): void;
  end(): void;
}

/** The structure a screen reader walks (PDF/UA). It takes memory with every element. */
export function readingOrder(file: PdfFile): Tags {
  const root = file.struct('Document', {});
  file.addStructure(root);
  return {
    element: (tag, facts) => elementUnder(root, tag, facts),
    artifact: (type, draw) => enclosed(file, () => file.markContent('Artifact', { type }), draw),
    end: () => root.end(),
  };

  function elementUnder(parent: PdfElement, tag: Tag, { title, actual, decoration }: TagFacts = {}): TaggedElement {
    const element = file.struct(tag, { title, actual, ...(tag === 'TH' ? { scope: 'Column' } : {}) });
    if (decoration) element.dictionary.data['A'] = { O: 'Layout', TextDecorationType: decoration };
    if (tag === 'Table' && title) element.dictionary.data['A'] = { O: 'Table', Summary: textString(title) };
    parent.add(element);
    return {
      child: (childTag, facts) => elementUnder(element, childTag, facts),
      content: (draw) =>
        enclosed(file, () => element.add(file.markStructureContent(tag, actual === undefined ? {} : { actual })), draw),
      end: () => element.end(),
    };
  }
}

/** No structure; only what is said instead of the drawn words is kept, where a reader of text finds it. */
export function withoutOrder(file: PdfFile): Tags {
  const plain: TaggedElement = { ...drawnOnly, child: (_, facts) => elementOf(facts) };
  const elementOf = ({ actual }: TagFacts = {}): TaggedElement =>
    actual === undefined
      ? plain
      : { ...plain, content: (draw) => enclosed(file, () => file.markContent('Span', { actual }), draw) };
  return { element: (_, facts) => elementOf(facts), artifact: (_, draw) => draw(), end: () => {} };
}

/** pdfkit writes a plain string as a name and only the object form as text. */
const textString = (text: string): object => Object(text) as object;

function enclosed(file: PdfFile, open: () => void, draw: Draw): void {
  open();
  draw();
  file.endMarkedContent();
}
