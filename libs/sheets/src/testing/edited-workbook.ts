import { columnLetters, type ReadRow, type ReadSheet, readXlsx } from '#lib/documents';
import { pack, readArchive } from '../../../documents/src/testing/index.js';
import { keyIn } from '../workbook/heading-key.js';

/** What a person does to a cell: types a text, or a formula that shows some text; null empties it. */
export type Typing = string | number | { readonly formula: string; readonly shows: string } | null;

/** The first sheet of a workbook of ours, as an office program would change it. */
export class EditedWorkbook {
  private constructor(
    private readonly parts: Map<string, string>,
    readonly sheet: ReadSheet,
    private readonly part: string,
  ) {}

  /** @param index of the sheet, from 0 */
  static async of(content: Buffer, index = 0): Promise<EditedWorkbook> {
    const sheets = await readXlsx(content);
    const sheet = sheets[index];
    if (!sheet) throw new Error(`no sheet ${index}`);
    const parts = new Map(await readArchive(content));
    return new EditedWorkbook(parts, sheet, `xl/worksheets/sheet${index + 1}.xml`);
  }

  /** Below the headings. */
  get rows(): readonly ReadRow[] {
    return this.sheet.rows.slice(1);
  }

  /** What stands under a key in a row of the sheet, numbered as people do. */
  text(row: number, key: string): string {
    const cells = this.sheet.rows.find(({ number }) => number === row)?.cells;
    return String(cells?.get(this.lettersOf(key))?.value ?? '');
  }

  lettersOf(key: string): string {
    const headings = [...(this.sheet.rows[0]?.cells.values() ?? [])];
    const cell = headings.find(({ value }) => keyIn(String(value)) === key);
    if (!cell) throw new Error(`no column ${key}`);
    return columnLetters(cell.column);
  }

  /** Types into a cell of a row by the key of its column. */
  type(row: number, key: string, typing: Typing): this {
    return this.typeAt(`${this.lettersOf(key)}${row}`, typing);
  }

  typeAt(address: string, typing: Typing): this {
    const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
    const xml = this.xml;
    const open = new RegExp(`<row r="${row}"[^>]*>`).exec(xml);
    if (!open) return this.replace('</sheetData>', `<row r="${row}">${cellXml(address, typing)}</row></sheetData>`);
    const start = open.index + open[0].length;
    const end = xml.indexOf('</row>', start);
    const cells = new Map(
      [...xml.slice(start, end).matchAll(/<c r="([A-Z]+)\d+"[^>]*?(?:\/>|>.*?<\/c>)/gs)].map(([cell, at = '']) => [
        at,
        cell,
      ]),
    );
    cells.set(letters, cellXml(address, typing));
    const sorted = [...cells].toSorted(([a], [b]) => a.length - b.length || a.localeCompare(b)).map(([, cell]) => cell);
    this.parts.set(this.part, xml.slice(0, start) + sorted.join('') + xml.slice(end));
    return this;
  }

  /** Deletes a row, as a person does: those below move up, but for their addresses nothing changes. */
  deleteRow(row: number): this {
    this.parts.set(this.part, this.xml.replace(new RegExp(`<row r="${row}"[^>]*>.*?</row>`, 's'), ''));
    return this;
  }

  replace(old: string | RegExp, by: string, part = this.part): this {
    const xml = this.parts.get(part) ?? '';
    const changed = xml.replace(old, () => by);
    if (changed === xml) throw new Error(`nothing to replace: ${String(old)}`);
    this.parts.set(part, changed);
    return this;
  }

  add(part: string, text: string): this {
    this.parts.set(part, text);
    return this;
  }

  save(): Promise<Buffer> {
    return pack(Object.fromEntries(this.parts));
  }

  private get xml(): string {
    return this.parts.get(this.part) ?? '';
  }
}

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

function cellXml(address: string, typing: Typing): string {
  if (typing === null) return '';
  if (typeof typing === 'number') return `<c r="${address}"><v>${typing}</v></c>`;
  if (typeof typing === 'string') {
    return `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${escaped(typing)}</t></is></c>`;
  }
  return `<c r="${address}" t="str"><f>${escaped(typing.formula)}</f><v>${escaped(typing.shows)}</v></c>`;
}
