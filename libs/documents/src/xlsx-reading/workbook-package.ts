import { type ArchiveFault, type ZipEntry, archiveFault, unpack, zipDirectory } from '#lib/archives';
import type { XlsxLimits } from './xlsx-limits.js';
import { type XlsxFault, XlsxRefused } from './xlsx-refused.js';

const COMPOUND_FILE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const ENCRYPTED_PACKAGE = Buffer.from('EncryptedPackage', 'utf16le');
const MACROS = /vba|macrosheets|dialogsheets/i;

const faultNames: Record<ArchiveFault, XlsxFault> = {
  damaged: 'damaged',
  encrypted: 'encrypted',
  'too-many-entries': 'too-many-parts',
  'too-much-inside': 'unpacks-too-big',
};

/** The parts of a workbook that was measured as a whole; each is unpacked when it is asked for. */
export class WorkbookPackage {
  private constructor(
    private readonly content: Buffer,
    private readonly entries: ReadonlyMap<string, ZipEntry>,
  ) {}

  /** @throws XlsxRefused too-big, old-format, encrypted, not-a-workbook, too-many-parts, unpacks-too-big, has-macros, damaged */
  static async open(content: Buffer, limits: XlsxLimits): Promise<WorkbookPackage> {
    if (content.length > limits.packedBytes) throw new XlsxRefused('too-big', { limit: limits.packedBytes });
    if (content.subarray(0, COMPOUND_FILE.length).equals(COMPOUND_FILE)) {
      throw new XlsxRefused(content.includes(ENCRYPTED_PACKAGE) ? 'encrypted' : 'old-format');
    }
    if (content.toString('latin1', 0, 2) !== 'PK') throw new XlsxRefused('not-a-workbook');
    const entries = zipDirectory(content);
    if (!entries) throw new XlsxRefused('damaged');
    const fault = archiveFault(entries, content.length, { ...limits, entries: limits.parts });
    if (fault) throw new XlsxRefused(faultNames[fault], limitOf(fault, limits));
    const parts = new WorkbookPackage(content, new Map(entries.map((entry) => [entry.name.toLowerCase(), entry])));
    if (entries.some(({ name }) => MACROS.test(name))) throw new XlsxRefused('has-macros');
    const types = await parts.find('[Content_Types].xml');
    if (types === undefined) throw new XlsxRefused('not-a-workbook');
    if (/macroEnabled/i.test(types)) throw new XlsxRefused('has-macros');
    return parts;
  }

  /** The text of a part; undefined when there is none of that name. @throws XlsxRefused damaged */
  async find(name: string): Promise<string | undefined> {
    const entry = this.entries.get(name.toLowerCase());
    if (!entry) return undefined;
    const bytes = await unpack(this.content, entry);
    if (!bytes) throw new XlsxRefused('damaged');
    return decoded(bytes);
  }

  /** @throws XlsxRefused damaged, also when the part is not there */
  async read(name: string): Promise<string> {
    const text = await this.find(name);
    if (text === undefined) throw new XlsxRefused('damaged');
    return text;
  }
}

/** XML says by its first bytes whether it is UTF-16; otherwise it is UTF-8. */
function decoded(bytes: Buffer): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new XlsxRefused('damaged');
  }
}

function limitOf(fault: ArchiveFault, limits: XlsxLimits): { limit?: number } {
  if (fault === 'too-many-entries') return { limit: limits.parts };
  return fault === 'too-much-inside' ? { limit: limits.unpackedBytes } : {};
}
