import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { compressors, encodings } from './encodings.js';
import { inForm, type KeptPage, keptPage, type SentPage } from './kept-page.js';

/** All together, in each portal. */
const MOST_BYTES = 32 * 1024 * 1024;

/** A page at one version of the content: what it is kept and waited for by. */
export const keyOf = (url: string, version: string): string => `${version} ${url}`;

/** Public pages as they were sent last, each good for one version of the content (decision 31). */
@Injectable()
export class KeptPages {
  private readonly pages = new LRUCache<string, KeptPage>({
    maxSize: MOST_BYTES,
    // What its compressed forms will take is counted from the beginning: they are smaller.
    sizeCalculation: ({ whole }) => whole.body.length * 2 + 1_000,
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
  async keep(key: string, sent: SentPage): Promise<void> {
    const page = keptPage(sent);
    this.pages.set(key, page);
    for (const encoding of encodings)
      page.encoded.set(encoding, inForm(page, encoding, await compressors[encoding](Buffer.from(sent.html))));
  }
}
