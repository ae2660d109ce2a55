import type { Language } from '#lib/kernel';

export type RenderingFormat = 'DOCX' | 'JSON' | 'CSV';

/** `mul`: one file for all languages. */
export type RenderingLanguage = Language | 'mul';

export interface Rendering {
  readonly format: RenderingFormat;
  readonly language: RenderingLanguage;
  readonly name: string;
  readonly mediaType: string;
  readonly content: Buffer;
}
