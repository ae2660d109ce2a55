import { Parser, type PdfObjects, type PdfValue, Ref, Text, field, nameOf, pdfObjects } from './pdf-objects.js';

/** An element as a screen reader walks it. */
export interface ReadElement {
  readonly tag: string;
  readonly title?: string;
  readonly actual?: string;
  readonly scope?: string;
  readonly children: readonly (ReadElement | string)[];
}

export interface ReadPdf {
  readonly objects: PdfObjects;
  readonly catalog: PdfValue | undefined;
  /** The text of every page, a line for each place where text begins. */
  readonly pages: readonly string[];
  /** The operators of every page. */
  readonly contents: readonly string[];
  /** The text of every page as it is said: with the words that replace what is drawn. */
  readonly said: readonly string[];
  /** The text of every page that is neither of an element nor marked as not read. */
  readonly loose: readonly string[];
  readonly structure: ReadElement | undefined;
}

interface PageText {
  readonly ref: Ref;
  readonly content: string;
  readonly text: string;
  readonly said: string;
  readonly loose: string;
  readonly marked: ReadonlyMap<number, string>;
}

export function readPdf(bytes: Buffer): ReadPdf {
  const objects = pdfObjects(bytes);
  const catalog = objects.resolve(field(objects.trailer, 'Root'));
  const pages = pagesUnder(objects, field(catalog, 'Pages')).map((ref) => pageText(objects, ref));
  const root = objects.resolve(field(catalog, 'StructTreeRoot'));
  const top = root && listOf(field(root, 'K'))[0];
  return {
    objects,
    catalog,
    pages: pages.map(({ text }) => text.trim()),
    contents: pages.map(({ content }) => content),
    said: pages.map(({ said }) => said.trim()),
    loose: pages.map(({ loose }) => loose.trim()),
    structure: top ? elementOf(objects, pages, top) : undefined,
  };
}

/** All text of an element and of what is in it. */
export const textOf = (element: ReadElement | string): string =>
  typeof element === 'string' ? element : element.children.map(textOf).join('');

/** The elements of a tag, in the order of reading. */
export const elementsOf = (element: ReadElement | string | undefined, tag: string): ReadElement[] =>
  !element || typeof element === 'string'
    ? []
    : [...(element.tag === tag ? [element] : []), ...element.children.flatMap((child) => elementsOf(child, tag))];

function pagesUnder(objects: PdfObjects, node: PdfValue | undefined): Ref[] {
  const kids = field(objects.resolve(node), 'Kids');
  if (!kids) return node instanceof Ref ? [node] : [];
  return listOf(kids).flatMap((kid) => pagesUnder(objects, kid));
}

function pageText(objects: PdfObjects, ref: Ref): PageText {
  const page = objects.resolve(ref);
  const resources = objects.resolve(field(page, 'Resources'));
  const content = objects.streamOf(field(page, 'Contents'));
  const state: ContentState = { text: '', said: '', loose: '', marked: new Map(), open: [] };
  readContent(objects, content, resources, state);
  return { ref, content, ...state };
}

interface ContentState {
  text: string;
  said: string;
  loose: string;
  readonly marked: Map<number, string>;
  readonly open: { readonly tag: string; readonly properties: PdfValue }[];
}

const OPERATORS = /\/(\w+) ([\d.]+) Tf|\[([^\]]*)\] TJ|(?<=\s)(Tm)\b|\/\w+ BMC|\/\w+ (?=<<)|EMC|\/(\w+) Do/g;

function readContent(objects: PdfObjects, content: string, resources: PdfValue | undefined, state: ContentState): void {
  let glyphs: ReadonlyMap<string, string> = new Map();
  const fonts = objects.resolve(field(resources, 'Font'));
  for (const match of content.matchAll(OPERATORS)) {
    const [whole, font, , array, position, object] = match;
    if (font) glyphs = glyphMap(objects, objects.resolve(field(fonts, font)));
    else if (array !== undefined) show(state, decoded(array, glyphs));
    else if (position) state.text += '\n';
    else if (whole === 'EMC') {
      const actual = field(state.open.pop()?.properties, 'ActualText');
      if (actual instanceof Text) state.said += actual.text;
    } else if (object) {
      const form = field(objects.resolve(field(resources, 'XObject')), object);
      readContent(objects, objects.streamOf(form), objects.resolve(field(objects.resolve(form), 'Resources')), state);
    } else {
      const properties = whole.endsWith('BMC') ? null : new Parser(content, match.index + whole.length).value();
      state.open.push({ tag: whole.split(' ')[0] ?? '', properties });
    }
  }
}

function show(state: ContentState, text: string): void {
  state.text += text;
  if (!state.open.some(({ properties }) => field(properties, 'ActualText'))) state.said += text;
  const id = state.open
    .map(({ properties }) => field(properties, 'MCID'))
    .findLast((value) => typeof value === 'number');
  if (typeof id === 'number') state.marked.set(id, (state.marked.get(id) ?? '') + text);
  else if (!state.open.some(({ tag }) => tag === '/Artifact')) state.loose += text;
}

const decoded = (array: string, glyphs: ReadonlyMap<string, string>): string =>
  [...array.matchAll(/<([0-9a-f]+)>/g)]
    .flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? [])
    .map((glyph) => glyphs.get(glyph) ?? `(glyph ${glyph})`)
    .join('');

function glyphMap(objects: PdfObjects, font: PdfValue | undefined): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  for (const [, first = '', list = ''] of objects
    .streamOf(field(font, 'ToUnicode'))
    .matchAll(/<(\w{4})> <\w{4}> \[([^\]]*)\]/g)) {
    for (const [index, [, hex = '']] of [...list.matchAll(/<([^>]*)>/g)].entries()) {
      const text = new TextDecoder('utf-16be').decode(Buffer.from(hex.replaceAll(' ', ''), 'hex'));
      map.set((parseInt(first, 16) + index).toString(16).padStart(4, '0'), text);
    }
  }
  return map;
}

function elementOf(objects: PdfObjects, pages: readonly PageText[], node: PdfValue): ReadElement {
  const element = objects.resolve(node);
  const text = (key: string) => {
    const value = field(element, key);
    return value instanceof Text ? value.text : undefined;
  };
  const contentOf = (page: PdfValue | undefined, id: PdfValue | undefined): string =>
    pages.find(({ ref }) => page instanceof Ref && ref.id === page.id)?.marked.get(Number(id)) ?? '(missing content)';
  const children = listOf(field(element, 'K')).map((kid) => {
    if (typeof kid === 'number') return contentOf(field(element, 'Pg'), kid);
    if (field(kid, 'Type') === 'MCR') return contentOf(field(kid, 'Pg'), field(kid, 'MCID'));
    return elementOf(objects, pages, kid);
  });
  const scope = field(field(element, 'A'), 'Scope');
  return {
    tag: nameOf(field(element, 'S')),
    ...(text('T') === undefined ? {} : { title: text('T') }),
    ...(text('ActualText') === undefined ? {} : { actual: text('ActualText') }),
    ...(typeof scope === 'string' ? { scope } : {}),
    children,
  };
}

const listOf = (value: PdfValue | undefined): PdfValue[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
