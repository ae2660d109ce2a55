import { createHmac, hash, randomFillSync, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type Committed, commitmentPreimage } from './domain/commitment.js';
import { normalisedText } from './domain/normalised-text.js';
import { remarkNumber } from './domain/remark-number.js';

/** The injection token of the key from which the secrets of receipts are derived. */
export const RECEIPT_SECRET = Symbol('ReceiptSecret');

const BASE32 = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** What only this installation can make: numbers, salts, commitments and the secrets that go with numbers. */
@Injectable()
export class Receipts {
  constructor(@Inject(RECEIPT_SECRET) private readonly key: string) {}

  newNumber(): string {
    return remarkNumber(random(10));
  }

  /** The sender's secret, always the same for one number: base 32 of HMAC-SHA256. */
  secretOf(number: string): string {
    return base32(createHmac('sha256', this.key).update(number).digest());
  }

  /** Compared in constant time: how much of a guess was right cannot be measured. */
  isSecretOf(number: string, secret: string): boolean {
    const digest = (text: string) => hash('sha256', text, 'buffer');
    return timingSafeEqual(digest(secret.toUpperCase()), digest(this.secretOf(number)));
  }
}

const POOL_BYTES = 4_096;
const pool = Buffer.alloc(POOL_BYTES);
let used = POOL_BYTES;

/** Fresh random bytes, drawn from the system a page at a time; no byte is given out twice or kept. */
function random(size: number): Buffer {
  if (used + size > POOL_BYTES) {
    randomFillSync(pool);
    used = 0;
  }
  const bytes = Buffer.from(pool.subarray(used, used + size));
  pool.fill(0, used, used + size);
  used += size;
  return bytes;
}

export const newSalt = (): Buffer => random(32);

/** SHA-256 over `commitmentPreimage`, hex. */
export const commitmentOf = (salt: Uint8Array, committed: Committed): string =>
  hash('sha256', commitmentPreimage(salt, committed));

/** SHA-256 of the text in the form in which equal letters are equal (REQ-44), hex. */
export const normalisedHash = (text: string): string => hash('sha256', normalisedText(text));

function base32(bytes: Uint8Array): string {
  let text = '';
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    for (bits += 8; bits >= 5; bits -= 5) text += BASE32.charAt((held >> (bits - 5)) & 31);
    held &= (1 << bits) - 1;
  }
  return bits > 0 ? text + BASE32.charAt((held << (5 - bits)) & 31) : text;
}
