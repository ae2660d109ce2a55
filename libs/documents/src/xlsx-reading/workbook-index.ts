import { posix } from 'node:path';
import type { DateSystem } from '../spreadsheet/date-serial.js';
import { isTrue, readXml } from './read-xml.js';
import type { WorkbookPackage } from './workbook-package.js';
import { XlsxRefused } from './xlsx-refused.js';

export interface IndexedSheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly path: string;
}

/** What a workbook is made of. */
export interface WorkbookIndex {
  /** Without charts, which are sheets too. */
  readonly sheets: readonly IndexedSheet[];
  readonly dateSystem: DateSystem;
  readonly sharedStrings: string | undefined;
}

interface Relation {
  readonly id: string;
  /** The last word of its address: officeDocument, worksheet, sharedStrings. */
  readonly type: string;
  readonly path: string;
}

/** @throws XlsxRefused not-a-workbook, has-macros, unsafe-xml, damaged */
export async function workbookIndex(parts: WorkbookPackage): Promise<WorkbookIndex> {
  const main = (await relationsOf(parts, '')).find(({ type }) => type === 'officeDocument');
  if (!main) throw new XlsxRefused('not-a-workbook');
  const listed: { name: string; state: string; id: string }[] = [];
  let root: string | undefined;
  let dateSystem: DateSystem = 1900;
  await readXml(await parts.read(main.path), {
    open(name, attributes) {
      root ??= name;
      if (name === 'workbookPr' && isTrue(attributes['date1904'])) dateSystem = 1904;
      if (name !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => /(?:^|:)id$/.test(key))?.[1] ?? '';
      listed.push({ name: attributes['name'] ?? '', state: attributes['state'] ?? 'visible', id });
    },
  });
  if (root !== 'workbook') throw new XlsxRefused('not-a-workbook');
  const relations = await relationsOf(parts, main.path);
  if (relations.some(({ type }) => type === 'vbaProject')) throw new XlsxRefused('has-macros');
  const sheets = listed.flatMap(({ name, state, id }) => {
    const relation = relations.find((each) => each.id === id);
    if (!relation) throw new XlsxRefused('damaged');
    return relation.type === 'worksheet' ? [{ name, isHidden: state !== 'visible', path: relation.path }] : [];
  });
  // Two names for one part would make it be read as often as a sender likes.
  if (new Set(sheets.map(({ path }) => path.toLowerCase())).size < sheets.length) throw new XlsxRefused('damaged');
  return { sheets, dateSystem, sharedStrings: relations.find(({ type }) => type === 'sharedStrings')?.path };
}

/** Where a part leads to inside the package; what lies outside is left alone. */
async function relationsOf(parts: WorkbookPackage, part: string): Promise<Relation[]> {
  const folder = posix.dirname(part);
  const xml = await parts.find(posix.join(folder, '_rels', `${posix.basename(part)}.rels`));
  const relations: Relation[] = [];
  if (xml === undefined) return relations;
  await readXml(xml, {
    open(name, { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode }) {
      if (name !== 'Relationship' || mode === 'External') return;
      const path = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
      relations.push({ id, type: type.slice(type.lastIndexOf('/') + 1), path });
    },
  });
  return relations;
}
