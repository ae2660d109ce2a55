import type { Language } from '#lib/kernel';

export const renderingFormats = ['JSON', 'CSV', 'XLSX', 'DOCX', 'PDF'] as const;
export type RenderingFormat = (typeof renderingFormats)[number];

/** `mul`: one file for all languages. */
export type RenderingLanguage = Language | 'mul';

/** Whether there is a document of the format for each language; JSON and CSV are one for all. */
export const isPerLanguage = (format: RenderingFormat): boolean => format !== 'JSON' && format !== 'CSV';
