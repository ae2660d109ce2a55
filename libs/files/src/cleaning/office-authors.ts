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
];
const identifying = new Set(['userId', 'providerId', 'initials']);
const localPath = /^(?:[a-z]:\\|\\\\|file:|\/(?:home|Users)\/)/i;
const worthReading =
  /author|userName|displayName|userInfo|userId|initials|docVars|mailMerge|attachedTemplate|absPath|rsids|pageSetup|descr=|<!--/;

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
      else if (identifying.has(attribute)) attributes[key] = '';
      else if (attribute === 'descr' && localPath.test(value)) attributes[key] = '';
      else if (name === 'pageSetup' && attribute === 'id') delete attributes[key];
    }
    return true;
  }

  private numbered(name: string): string {
    if (name.trim() === '' || /^Author \d+$/.test(name)) return name;
    this.kinds.add('AUTHOR');
    const known = this.numbers.get(name) ?? `Author ${this.numbers.size + 1}`;
    this.numbers.set(name, known);
    return known;
  }
}

/** UTF-16, in which no word above is found: the reader refuses it. */
const isWide = (bytes: Buffer): boolean => bytes[0] === 0xff || bytes[0] === 0xfe || bytes[0] === 0 || bytes[1] === 0;
