import { type BaseBlock, Constructed, fromBER } from 'asn1js';
import { SignatureRefused } from '../domain/signature-refused.js';
import { assertWellFormed } from './well-formed.js';

/** What `assertWellFormed` lets through; asn1js then only has to agree. Octets that look like elements stay octets. */
const limits = { maxDepth: 50, maxNodes: 10_000, maxContentLength: 1024 * 1024, parseEmbedded: false };

/** Whatever a parser throws at bytes that are not what they should be becomes NOT_CMS. */
export function reading<T>(what: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof SignatureRefused) throw error;
    throw new SignatureRefused('NOT_CMS', `${what} cannot be read`);
  }
}

/** One element that fills the bytes to the last. @throws SignatureRefused NOT_CMS */
export function readElement(der: Uint8Array, what: string): BaseBlock {
  return reading(what, () => {
    assertWellFormed(der);
    const { offset, result } = fromBER(der, limits);
    if (offset !== der.length) throw new SignatureRefused('NOT_CMS', `${what} is damaged`);
    return result;
  });
}

/** The elements inside; none when it has no inside. */
export const childrenOf = (element: BaseBlock | undefined): readonly BaseBlock[] =>
  element instanceof Constructed ? element.valueBlock.value : [];

/** The bytes of an element as they were read. */
export const bytesOf = (element: BaseBlock): Buffer => Buffer.from(element.valueBeforeDecodeView);
