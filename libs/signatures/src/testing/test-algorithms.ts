import { constants, type KeyObject, sign } from 'node:crypto';
import { Null } from 'asn1js';
import { AlgorithmIdentifier, RSASSAPSSParams } from 'pkijs';

export type TestHash = 'md5' | 'sha1' | 'sha224' | 'sha256' | 'sha384' | 'sha512';
export type Padding = 'PKCS1' | 'PSS';

const hashOids: Readonly<Record<TestHash, string>> = {
  md5: '1.2.840.113549.2.5',
  sha1: '1.3.14.3.2.26',
  sha224: '2.16.840.1.101.3.4.2.4',
  sha256: '2.16.840.1.101.3.4.2.1',
  sha384: '2.16.840.1.101.3.4.2.2',
  sha512: '2.16.840.1.101.3.4.2.3',
};
const rsaOids: Readonly<Record<TestHash, string>> = {
  md5: '1.2.840.113549.1.1.4',
  sha1: '1.2.840.113549.1.1.5',
  sha224: '1.2.840.113549.1.1.14',
  sha256: '1.2.840.113549.1.1.11',
  sha384: '1.2.840.113549.1.1.12',
  sha512: '1.2.840.113549.1.1.13',
};
const ecdsaOids: Readonly<Record<TestHash, string>> = {
  md5: '1.2.3.4.5',
  sha1: '1.2.840.10045.4.1',
  sha224: '1.2.840.10045.4.3.1',
  sha256: '1.2.840.10045.4.3.2',
  sha384: '1.2.840.10045.4.3.3',
  sha512: '1.2.840.10045.4.3.4',
};
const saltLengths: Partial<Record<TestHash, number>> = { sha256: 32, sha384: 48, sha512: 64 };

export const hashIdentifier = (hash: TestHash) => new AlgorithmIdentifier({ algorithmId: hashOids[hash] });

/** The identifier of what `signBytes` does with the same key, hash and padding. */
export function signatureIdentifier(key: KeyObject, hash: TestHash, padding: Padding): AlgorithmIdentifier {
  if (key.asymmetricKeyType === 'ec') return new AlgorithmIdentifier({ algorithmId: ecdsaOids[hash] });
  if (key.asymmetricKeyType === 'ed25519') return new AlgorithmIdentifier({ algorithmId: '1.3.101.112' });
  const none = new Null();
  if (padding === 'PKCS1') return new AlgorithmIdentifier({ algorithmId: rsaOids[hash], algorithmParams: none });
  const parameters = new RSASSAPSSParams({
    hashAlgorithm: hashIdentifier(hash),
    maskGenAlgorithm: new AlgorithmIdentifier({
      algorithmId: '1.2.840.113549.1.1.8',
      algorithmParams: hashIdentifier(hash).toSchema(),
    }),
    saltLength: saltLengths[hash] ?? 20,
  });
  return new AlgorithmIdentifier({ algorithmId: '1.2.840.113549.1.1.10', algorithmParams: parameters.toSchema() });
}

export function signBytes(key: KeyObject, hash: TestHash, padding: Padding, data: Uint8Array): ArrayBuffer {
  const pss = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: saltLengths[hash] ?? 20 };
  const isPss = padding === 'PSS' && key.asymmetricKeyType === 'rsa';
  const bytes = sign(key.asymmetricKeyType === 'ed25519' ? null : hash, data, { key, ...(isPss ? pss : {}) });
  return new Uint8Array(bytes).buffer;
}
