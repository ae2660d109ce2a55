import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';

/** All together, in each portal. */
const MOST_BYTES = 32 * 1024 * 1024;

const compressors = {
  br: (page: Buffer) =>
    promisify(brotliCompress)(page, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: page.length },
    }),
  gzip: (page: Buffer) => promisify(gzip)(page),
} as const;
type Encoding = keyof typeof compressors;

export interface KeptPage {
  readonly etag: string;
  readonly html: Buffer;
  /** Ready a moment after the page; until then it is compressed on its way. */
  readonly encoded: Map<Encoding, Buffer>;
}

/** A page at one version of the content: what it is kept and waited for by. */
export const keyOf = (url: string, version: string): string => `${version} ${url}`;

/** Public pages as they were sent last, each good for one version of the content (decision 31). */
@Injectable()
export class KeptPages {
  private readonly pages = new LRUCache<string, KeptPage>({
    maxSize: MOST_BYTES,
    // What its compressed forms will take is counted from the beginning: they are smaller.
    sizeCalculation: ({ html }) => html.length * 2 + 1_000,
  });

  /** Pages that somebody's request is making now: who asks for one meanwhile waits for it, so that a crowd costs one page. */
  private readonly inTheMaking = new Map<string, { readonly end: Promise<void>; readonly done: () => void }>();

  /** @returns once this page, which is being made, is there; nothing when it is not being made, and the caller makes it now */
  wait(key: string): Promise<void> | undefined {
    const making = this.inTheMaking.get(key);
    if (making) return making.end;
    let done: () => void = () => undefined;
    const end = new Promise<void>((resolve) => (done = resolve));
    this.inTheMaking.set(key, { end, done });
    return undefined;
  }

  /** The page is there, or will not be: nobody waits for it any longer. */
  made(key: string): void {
    this.inTheMaking.get(key)?.done();
    this.inTheMaking.delete(key);
  }

  find(key: string): KeptPage | undefined {
    return this.pages.get(key);
  }

  /** @returns when its compressed forms are ready too */
  async keep(key: string, text: string, etag: string): Promise<void> {
    const html = Buffer.from(text);
    const page: KeptPage = { etag, html, encoded: new Map() };
    this.pages.set(key, page);
    for (const encoding of ['br', 'gzip'] as const) page.encoded.set(encoding, await compressors[encoding](html));
  }
}

/** In which form of the page it goes to a browser that takes these (RFC 9110, 12.5.3); none for the page as it is. */
export function encodingFor({ encoded }: KeptPage, accepted: string | undefined): Encoding | undefined {
  const wanted = (accepted ?? '')
    .toLowerCase()
    .split(',')
    .flatMap((part) => {
      const [name = '', ...parameters] = part.split(';').map((each) => each.trim());
      return parameters.some((each) => /^q=0(\.0*)?$/.test(each)) ? [] : [name];
    });
  return (['br', 'gzip'] as const).find((encoding) => wanted.includes(encoding) && encoded.has(encoding));
}
