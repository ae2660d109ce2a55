import { Database } from '#lib/database';
import { FileNotFound, StoredFiles } from '#lib/files';
import { Injectable } from '@nestjs/common';

const types = { csv: 'text/csv', json: 'application/json' } as const;
export type UploadFormat = keyof typeof types;

export interface KeptUpload {
  readonly name: string;
  readonly format: UploadFormat;
  readonly text: string;
}

/** Files of the installation between their dry run and the button that applies them; nobody claims them, so a day later they are gone. */
@Injectable()
export class KeptUploads {
  constructor(
    private readonly database: Database,
    private readonly files: StoredFiles,
  ) {}

  /** @returns the id, by which every administrator looks at it */
  async keep(name: string, format: UploadFormat, content: Buffer): Promise<string> {
    const { id } = await this.files.put(this.database, { purpose: 'SHEET', name, mediaType: types[format], content });
    return id;
  }

  /** @throws FileNotFound for whatever was not kept here */
  async read(id: string): Promise<KeptUpload> {
    const { purpose, mediaType, name, content } = await this.files.read(id);
    const format = formats.find((each) => types[each] === mediaType);
    if (purpose !== 'SHEET' || !format) throw new FileNotFound();
    return { name, format, text: textOf(content) ?? '' };
  }
}

const formats = ['csv', 'json'] as const satisfies readonly UploadFormat[];

export const formatOf = (name: string): UploadFormat | undefined =>
  formats.find((format) => name.toLowerCase().endsWith(`.${format}`));

/** @returns undefined for bytes that are no UTF-8 */
export function textOf(content: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content);
  } catch {
    return undefined;
  }
}
