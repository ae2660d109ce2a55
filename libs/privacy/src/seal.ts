import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import type { KeyRingFile } from './key-ring-file.js';

export interface Sealed {
  readonly keyId: string;
  /** Nonce (12 bytes), cipher text, tag (16 bytes). */
  readonly bytes: Buffer;
}

const NONCE = 12;
const TAG = 16;
const CIPHER = 'aes-256-gcm';

/** Seals texts for one row each and opens them again; what was copied to another row does not open. */
export class Seal {
  constructor(private readonly file: KeyRingFile) {}

  /** @param place table and id of the row, bound into the seal */
  seal(place: string, text: string): Sealed {
    return this.sealBytes(place, Buffer.from(text, 'utf8'));
  }

  /** The same for a file. */
  sealBytes(place: string, content: Buffer): Sealed {
    const key = this.file.ring().keys.at(-1);
    if (!key) throw new Error('the key ring is empty');
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv(CIPHER, Buffer.from(key.hex, 'hex'), nonce);
    cipher.setAAD(Buffer.from(place));
    const bytes = Buffer.concat([nonce, cipher.update(content), cipher.final(), cipher.getAuthTag()]);
    return { keyId: key.id, bytes };
  }

  /** @throws Error when the key is not in the ring, or the bytes are not those sealed for this place; it quotes neither */
  open(place: string, sealed: Sealed): string {
    return this.openBytes(place, sealed).toString('utf8');
  }

  /** The same for a file. @throws as `open` */
  openBytes(place: string, { keyId, bytes }: Sealed): Buffer {
    const decipher = createDecipheriv(CIPHER, this.key(keyId), bytes.subarray(0, NONCE));
    decipher.setAAD(Buffer.from(place));
    decipher.setAuthTag(bytes.subarray(-TAG));
    try {
      const opened = [decipher.update(bytes.subarray(NONCE, -TAG)), decipher.final()];
      return Buffer.concat(opened);
    } catch {
      throw new Error(`what is sealed at ${place} was altered or sealed by another key named ${keyId}`);
    }
  }

  /** The same for the same value of the same kind, and tells nobody the value: HMAC-SHA256. */
  index(kind: string, value: string): Buffer {
    const { indexHex } = this.file.ring();
    return createHmac('sha256', Buffer.from(indexHex, 'hex')).update(`${kind}\0${value}`).digest();
  }

  private key(id: string): Buffer {
    const held = (keys: readonly { readonly id: string; readonly hex: string }[]) => keys.find((key) => key.id === id);
    const key = held(this.file.ring().keys) ?? held(this.file.look().keys);
    if (!key) throw new Error(`the key ring has no key ${id}: put back the ring that had it (TALQY_KEYS)`);
    return Buffer.from(key.hex, 'hex');
  }
}
