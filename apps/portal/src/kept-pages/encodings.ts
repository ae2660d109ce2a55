import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** The best first. */
export const encodings = ['br', 'gzip'] as const;
export type Encoding = (typeof encodings)[number];

export const compressors: Readonly<Record<Encoding, (page: Buffer) => Promise<Buffer>>> = {
  br: (page) =>
    promisify(brotliCompress)(page, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: page.length },
    }),
  gzip: (page) => promisify(gzip)(page),
};

/** Named, and not with a weight of nothing (RFC 9110, 12.5.3). */
const takes: Readonly<Record<Encoding, RegExp>> = { br: named('br'), gzip: named('gzip') };

function named(encoding: Encoding): RegExp {
  return new RegExp(String.raw`(?:^|,)\s*${encoding}\s*(?!;\s*q=0(?:\.0*)?\s*(?:,|$))(?:[;,]|$)`, 'i');
}

/** In which of the forms that are ready a page goes to a browser that takes these; none for the page as it is. */
export const encodingFor = (ready: ReadonlyMap<Encoding, unknown>, accepted = ''): Encoding | undefined =>
  encodings.find((encoding) => ready.has(encoding) && takes[encoding].test(accepted));
