import serialize from 'canonicalize';

/** RFC 8785 (JCS): one text for one value, so that a hash of it can be recomputed by anybody in any language. */
export function canonicalJson(value: unknown): string {
  const text = serialize(value);
  if (text === undefined) throw new TypeError('the value has no JSON form');
  return text;
}
