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
  readonly version: string;
  readonly etag: string;
  readonly html: Buffer;
  /** Ready a moment after the page; until then it is compressed on its way. */
  readonly encoded: Map<Encoding, Buffer>;
}

/** Public pages as they were sent last, by address, each good for one version of the content (decision 31). */
@Injectable()
export class KeptPages {
  private readonly pages = new LRUCache<string, KeptPage>({
    maxSize: MOST_BYTES,
    // What its compressed forms will take is counted from the beginning: they are smaller.
    sizeCalculation: ({ html }) => html.length * 2 + 1_000,
  });

  /** Pages that somebody's request is making now: who asks for one meanwhile waits for it, so that a crowd costs one page. */
  private readonly inTheMaking = new Map<string, { readonly end: Promise<void>; readonly done: () => void }>();

  /** @returns once the page of this address that is being made is sent; nothing when none is, and the caller makes it now */
  wait(url: string): Promise<void> | undefined {
    const making = this.inTheMaking.get(url);
    if (making) return making.end;
    let done: () => void = () => undefined;
    const end = new Promise<void>((resolve) => (done = resolve));
    this.inTheMaking.set(url, { end, done });
    return undefined;
  }

  /** The request that makes the page of this address is over, whatever came of it. */
  made(url: string): void {
    this.inTheMaking.get(url)?.done();
    this.inTheMaking.delete(url);
  }

  find(url: string, version: string): KeptPage | undefined {
    const page = this.pages.get(url);
    return page?.version === version ? page : undefined;
  }

  /** @returns when its compressed forms are ready too */
  async keep(url: string, text: string, facts: Pick<KeptPage, 'version' | 'etag'>): Promise<void> {
    const html = Buffer.from(text);
    const page: KeptPage = { ...facts, html, encoded: new Map() };
    this.pages.set(url, page);
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
