const CONSTRUCTED = 0x20;
const LONG_TAG = 0x1f;
const IDENTIFIERS = new Set([0x06, 0x0d]);
const INDEFINITE = 0x80;

/** No signature, with its chain and a time stamp, comes near these; a bomb of nested or countless elements passes them at once. */
const DEEPEST = 40;
const MOST_ELEMENTS = 3_000;
/** Bytes of an object identifier: asn1js makes an object of each, a megabyte of them took it eight seconds. */
const LONGEST_IDENTIFIER = 40;

/** Where an open element ends at the latest; one of indefinite length ends by its own mark. */
interface Open {
  readonly end: number;
  readonly isIndefinite: boolean;
}

interface Header {
  readonly tag: number;
  readonly isIndefinite: boolean;
  readonly start: number;
  readonly end: number;
}

/**
 * One BER element fills the bytes, and every element inside lies wholly within the one around it: asn1js lets a child reach
 * beyond its parent, so two readers could see two signatures in one file. Walks without recursion, in the size of the bytes.
 * @throws TypeError
 */
export function assertWellFormed(bytes: Uint8Array): void {
  const open: Open[] = [];
  let at = 0;
  let elements = 0;
  do {
    const around = open[open.length - 1] ?? { end: bytes.length, isIndefinite: false };
    const header = readHeader(bytes, at, around.end);
    at = header.start;
    const isTooLong = IDENTIFIERS.has(header.tag) && header.end - header.start > LONGEST_IDENTIFIER;
    if (++elements > MOST_ELEMENTS || open.length > DEEPEST || isTooLong) throw new TypeError('a bomb');
    if (header.tag === 0) closeIndefinite(open, header);
    else if (header.tag & CONSTRUCTED) open.push(header);
    else at = header.end;
    while (open.length > 0 && isFull(open[open.length - 1], at)) open.pop();
  } while (open.length > 0);
  if (at !== bytes.length) throw new TypeError('something follows');
}

const isFull = (element: Open | undefined, at: number) => element?.isIndefinite === false && element.end === at;

function closeIndefinite(open: Open[], { start, end }: Header): void {
  if (start !== end || open.pop()?.isIndefinite !== true) throw new TypeError('an end without a beginning');
}

function readHeader(bytes: Uint8Array, at: number, limit: number): Header {
  const [tag = LONG_TAG, first = 0xff] = bytes.subarray(at, Math.min(at + 2, limit));
  if ((tag & LONG_TAG) === LONG_TAG) throw new TypeError('cut off, or a tag that nobody uses');
  if (first === INDEFINITE && tag & CONSTRUCTED) return { tag, isIndefinite: true, start: at + 2, end: limit };
  const more = first > INDEFINITE ? first - INDEFINITE : 0;
  if (first === INDEFINITE || more > 4) throw new TypeError('a length that cannot be');
  const start = at + 2 + more;
  const length = more === 0 ? first : bytes.subarray(at + 2, start).reduce((sum, byte) => sum * 256 + byte, 0);
  if (start + length > limit) throw new TypeError('longer than what is around it');
  return { tag, isIndefinite: false, start, end: start + length };
}
