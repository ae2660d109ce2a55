export interface FormFile {
  readonly name: string;
  readonly fileName: string;
  readonly content: string | Buffer;
}

/** A form as a browser sends it, an empty file input included. */
export function multipartForm(
  fields: Readonly<Record<string, string | readonly string[]>>,
  files: readonly FormFile[] = [],
) {
  const boundary = '----talqyFormBoundary';
  const part = (head: string, body: string | Buffer) =>
    Buffer.concat([
      Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; ${head}\r\n\r\n`),
      Buffer.from(body),
      Buffer.from('\r\n'),
    ]);
  const texts = Object.entries(fields).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : value).map((each) => part(`name="${name}"`, each)),
  );
  const uploads = files.map(({ name, fileName, content }) =>
    part(`name="${name}"; filename="${fileName}"\r\ncontent-type: application/octet-stream`, content),
  );
  const empty = part('name="files"; filename=""\r\ncontent-type: application/octet-stream', '');
  return {
    payload: Buffer.concat([...texts, ...(uploads.length > 0 ? uploads : [empty]), Buffer.from(`--${boundary}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  };
}

/** The smallest picture: one pixel. */
export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
