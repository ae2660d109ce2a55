export { isKeyRingFile, KeyRingFile } from './key-ring-file.js';
export { isToken, linkHash, LinkNotValid, newToken, tokenHash } from './mailed-link.js';
export { Seal, type Sealed } from './seal.js';

// The rules.
export { type KeyRing, readKeyRing, type SealingKey, writeKeyRing } from './domain/key-ring.js';
export { findPersonalData, type PersonalKind, personalKinds, type PersonalPassage } from './domain/personal-data.js';
