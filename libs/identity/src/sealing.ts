import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

const ID = 4;
const NONCE = 12;
const TAG = 16;

/** A sealed text was changed, belongs to something else, or its key was retired. */
export class SealBroken extends Error {
  constructor() {
    super('what was sealed cannot be opened: it was changed, or its key is not among TALQY_SEALING_KEYS');
    this.name = 'SealBroken';
  }
}

/**
 * AES-256-GCM: id of the key (4 bytes), nonce (12), tag (16), ciphertext. What a text is about is authenticated with it, so that one
 * row's secret does not open in another's place.
 */
export class Sealing {
  private readonly keys: readonly { readonly id: Buffer; readonly key: Buffer }[];

  /** @param hexKeys 64 hex digits each; the first seals, all open */
  constructor(hexKeys: readonly string[]) {
    this.keys = hexKeys.map((hex) => {
      const key = Buffer.from(hex, 'hex');
      return { key, id: createHash('sha256').update(key).digest().subarray(0, ID) };
    });
  }

  seal(text: string, about: string): Buffer {
    const [used] = this.keys;
    if (!used) throw new Error('there is no key to seal with');
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv('aes-256-gcm', used.key, nonce).setAAD(Buffer.from(about));
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([used.id, nonce, cipher.getAuthTag(), sealed]);
  }

  /** @throws SealBroken */
  open(sealed: Buffer, about: string): string {
    const used = this.keys.find(({ id }) => id.equals(sealed.subarray(0, ID)));
    if (!used || sealed.length < ID + NONCE + TAG) throw new SealBroken();
    try {
      const decipher = createDecipheriv('aes-256-gcm', used.key, sealed.subarray(ID, ID + NONCE))
        .setAAD(Buffer.from(about))
        .setAuthTag(sealed.subarray(ID + NONCE, ID + NONCE + TAG));
      return decipher.update(sealed.subarray(ID + NONCE + TAG), undefined, 'utf8') + decipher.final('utf8');
    } catch {
      throw new SealBroken();
    }
  }
}
