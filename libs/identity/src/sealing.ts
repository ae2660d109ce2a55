import type { Seal } from '#lib/privacy';

/** A sealed text was changed, belongs to something else, or its key was retired. */
export class SealBroken extends Error {
  constructor() {
    super('what was sealed cannot be opened: it was changed, or its key is not in the ring (TALQY_KEYS)');
    this.name = 'SealBroken';
  }
}

/** The seal of the installation with the id of its key in front: length (1 byte), id, seal. One column or field carries it whole. */
export class Sealing {
  constructor(private readonly seals: Seal) {}

  /** @param about what the text is about, bound into the seal: one row's secret does not open in another's place */
  seal(text: string, about: string): Buffer {
    const { keyId, bytes } = this.seals.seal(about, text);
    const id = Buffer.from(keyId);
    return Buffer.concat([Buffer.of(id.length), id, bytes]);
  }

  /** @throws SealBroken */
  open(sealed: Buffer, about: string): string {
    const end = 1 + (sealed[0] ?? 0);
    try {
      return this.seals.open(about, { keyId: sealed.subarray(1, end).toString(), bytes: sealed.subarray(end) });
    } catch {
      throw new SealBroken();
    }
  }
}

/** SQL: the id of the key that sealed a column. */
export const sealedBy = (column: string): string =>
  `convert_from(substring(${column} from 2 for get_byte(${column}, 0)), 'UTF8')`;
