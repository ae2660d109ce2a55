import type { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';

interface Download {
  readonly name: string;
  readonly mediaType: string;
  /** Bytes; absent for what is made while it is sent. */
  readonly size?: number;
  readonly content: Buffer | Readable;
}

/** A file to save, never to show in the page's own origin; its name is safe in a header in any letters (RFC 5987). */
export function download({ name, mediaType, size, content }: Download): StreamableFile {
  const plain = name.replaceAll(/[^A-Za-z0-9._-]/g, '_');
  const options = {
    type: mediaType,
    length: size,
    disposition: `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replaceAll("'", '%27')}`,
  };
  return content instanceof Uint8Array ? new StreamableFile(content, options) : new StreamableFile(content, options);
}
