import { stringify } from 'yaml';

/** The files of a discussion's folder, by name. */
export type FolderFiles = Readonly<Record<string, string>>;

export interface SourceReading {
  readonly files: FolderFiles;
  /** What was left out of the source and how it was read, one line each. */
  readonly notes: readonly string[];
}

/** CSV (RFC 4180) with a header line. */
export function csvText<Column extends string>(
  columns: readonly Column[],
  rows: readonly Partial<Record<Column, string>>[],
): string {
  const quoted = (value: string) => (/[",\r\n]|^\s|\s$/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  const lines = rows.map((row) => columns.map((column) => quoted(row[column] ?? '')).join(','));
  return `${[columns.join(','), ...lines].join('\n')}\n`;
}

/** YAML with unfolded lines; a comment on top says where the data came from. */
export const yamlText = (comment: string, value: unknown): string =>
  `# ${comment}\n${stringify(value, { lineWidth: 0 })}`;

/** A text in a language the column is not for, with the mark of its own. */
export const marked = (language: string, text: string): string => `[${language}] ${text}`;
