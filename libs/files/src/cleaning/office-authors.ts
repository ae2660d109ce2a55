import type { RemovedKind } from '../domain/file-check.js';
import { rewriteXml, type XmlElement } from './rewrite-xml.js';

/** Elements that tell of a machine or of other papers of the author's, and nothing of the text. */
const dropped = new Set(['docVars', 'attachedTemplate', 'mailMerge', 'absPath', 'rsids']);
/** Attributes that name somebody, by the element they stand on; `*` for any. */
const naming: readonly (readonly [element: string, attribute: string])[] = [
  ['*', 'author'],
  ['*', 'userName'],
  ['person', 'displayName'],
  ['cmAuthor', 'name'],
  ['userInfo', 'name'],
  ['customWorkbookView', 'name'],
  ['*', 'refreshedBy'],
];
const identifying = new Set(['userId', 'providerId', 'initials']);
/** Where a workbook had its figures from: files and servers of somebody's. */
const telling = new Set(['sourceFile', 'odcFile']);
/** Said of a picture; programs write the path of its file there. */
const describing = new Set(['descr', 'title', 'name']);
const localPath = /^(?:[a-z]:\\|\\\\|file:|\/(?:home|Users)\/)/i;
const worthReading =
  /author|userName|displayName|userInfo|userId|initials|customWorkbookView|refreshedBy|sourceFile|odcFile|dbPr|docVars|mailMerge|attachedTemplate|absPath|rsids|pageSetup|<!--|(?:descr|title|name)=["'](?:[a-z]:\\|\\\\|file:|\/)/i;

/** Gives everybody in a document a number in the place of a name, the same number everywhere. */
export class OfficeAuthors {
  private readonly numbers = new Map<string, string>();

  constructor(private readonly kinds: Set<RemovedKind>) {}

  /** A part with the names of people gone; undefined when it has none. @throws CleaningFailed DAMAGED */
  cleaned(bytes: Buffer): Buffer | undefined {
    if (!worthReading.test(bytes.toString('latin1')) && !isWide(bytes)) return undefined;
    return rewriteXml(bytes, {
      element: (element) => this.edit(element),
      text: (name, text) => (name === 'author' ? this.numbered(text) : text),
    });
  }

  private edit({ name, attributes }: XmlElement): boolean {
    if (dropped.has(name)) {
      this.kinds.add(name === 'rsids' ? 'HISTORY' : 'DEVICE');
      return false;
    }
    for (const [key, value] of Object.entries(attributes)) {
      const attribute = key.slice(key.indexOf(':') + 1);
      if (naming.some(([element, named]) => named === attribute && (element === '*' || element === name)))
        attributes[key] = this.numbered(value);
      else if (value !== '' && identifying.has(attribute)) this.empty(attributes, key, 'AUTHOR');
      else if (value !== '' && isTelling(name, attribute, value)) this.empty(attributes, key, 'DEVICE');
      else if (name === 'pageSetup' && attribute === 'id') delete attributes[key];
    }
    return true;
  }

  private empty(attributes: Record<string, string>, key: string, kind: RemovedKind): void {
    attributes[key] = '';
    this.kinds.add(kind);
  }

  private numbered(name: string): string {
    if (name.trim() === '' || /^Author \d+$/.test(name)) return name;
    this.kinds.add('AUTHOR');
    const known = this.numbers.get(name) ?? `Author ${this.numbers.size + 1}`;
    this.numbers.set(name, known);
    return known;
  }
}

const isTelling = (element: string, attribute: string, value: string): boolean =>
  telling.has(attribute) ||
  (element === 'dbPr' && attribute === 'connection') ||
  (describing.has(attribute) && localPath.test(value));

/** UTF-16, in which no word above is found: the reader refuses it. */
const isWide = (bytes: Buffer): boolean => bytes[0] === 0xff || bytes[0] === 0xfe || bytes[0] === 0 || bytes[1] === 0;
