/** The injection token of the `KeyRingFile` of this installation. */
export const KEY_RING_FILE = Symbol('KeyRingFile');
