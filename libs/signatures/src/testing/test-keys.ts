import { generateKeyPairSync, type KeyObject } from 'node:crypto';

export type KeyKind = 'RSA-2048' | 'RSA-1024' | 'P-256' | 'P-384' | 'P-521' | 'P-224' | 'ED25519';

export interface KeyPair {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

const made = new Map<string, KeyPair>();

/** A key made in this process, once for each kind and owner: RSA keys take a while. */
export function testKey(kind: KeyKind, owner: string): KeyPair {
  const name = `${kind} ${owner}`;
  const pair = made.get(name) ?? makeKey(kind);
  made.set(name, pair);
  return pair;
}

function makeKey(kind: KeyKind): KeyPair {
  if (kind === 'ED25519') return generateKeyPairSync('ed25519');
  if (kind.startsWith('RSA')) return generateKeyPairSync('rsa', { modulusLength: Number(kind.slice(4)) });
  return generateKeyPairSync('ec', { namedCurve: kind });
}
