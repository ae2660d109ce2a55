import { StreamableFile } from '@nestjs/common';

/** A file to save, never to show in the page's own origin; its name is safe in a header in any letters (RFC 5987). */
export function download(file: { name: string; mediaType: string; content: Buffer }): StreamableFile {
  const plain = file.name.replaceAll(/[^A-Za-z0-9._-]/g, '_');
  return new StreamableFile(file.content, {
    type: file.mediaType,
    length: file.content.length,
    disposition: `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(file.name).replaceAll("'", '%27')}`,
  });
}
