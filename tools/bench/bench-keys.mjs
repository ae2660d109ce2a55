import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keyRing } from '../key-ring.mjs';

/** Keys of the senders that a measurement invents; they protect nothing. */
export const benchKeys = () => keyRing(join(tmpdir(), `talqy-bench-keys-${process.getuid?.() ?? 0}`));
