import { DomainError } from '#lib/kernel';
import { SettingsError } from '#lib/settings';
import { Refusal } from './refusal.js';
import { scalarText } from './scalar-text.js';

type Row = Readonly<Record<string, unknown>>;

/** What the person at the terminal reads when a command fails: one line a fault, a stack never. */
export function faultLines(error: unknown): readonly string[] {
  if (error instanceof Refusal) return error.lines;
  if (error instanceof SettingsError) return [error.message];
  if (error instanceof DomainError)
    return [error.message, ...rowLines(error.details['faults'] ?? error.details['blockers'])];
  return [systemLine(error)];
}

/** The rows a use case refused, in the order of the file. */
export function rowLines(faults: unknown): string[] {
  if (!Array.isArray(faults)) return [];
  return faults.map((fault: unknown) =>
    typeof fault === 'object' && fault !== null ? rowLine(fault as Row) : String(fault),
  );
}

function rowLine(fault: Row): string {
  const text = (name: string) => scalarText(fault[name]);
  const place =
    text('line') !== ''
      ? `line ${text('line')}`
      : text('at') !== ''
        ? `${text('language')} line ${text('at')}`
        : text('year') !== ''
          ? `year ${text('year')}, day ${text('row')}`
          : [text('number'), text('label'), text('clause') || text('rule')].filter(Boolean).join(' ');
  const field = text('field') === '' ? '' : `${text('field')}: `;
  const what = text('reason') || text('fault') || text('code') || JSON.stringify(fault);
  const shown = text('value') || text('row');
  const tail = shown === '' || (text('year') !== '' && text('value') === '') ? '' : ` (${shown})`;
  return `${place === '' ? '' : `${place}: `}${field}${what}${tail}`;
}

const plainByCode: Readonly<Record<string, (error: NodeJS.ErrnoException) => string>> = {
  ENOENT: ({ path }) => `There is no file ${path ?? ''}.`,
  EISDIR: () => 'A file is needed, this is a folder.',
  EACCES: ({ path }) => `No permission for ${path ?? 'this file'}.`,
  ENOSPC: () => 'The disk is full.',
  ECONNREFUSED: () => 'The database does not answer at the address of DATABASE_URL. `talqy doctor` tells more.',
  ENOTFOUND: ({ message }) => `The host of DATABASE_URL is not known: ${message}.`,
  '28P01': () => 'The database refuses the password of DATABASE_URL.',
  '28000': () => 'The database refuses the user of DATABASE_URL.',
  '3D000': ({ message }) => `${message}. Create it, or correct DATABASE_URL.`,
  '42P01': () => 'The database is not migrated: run `talqy migrate`.',
  '22023': ({ message }) => `${message}. Is the database migrated? Run \`talqy migrate\`.`,
};

function systemLine(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error);
  const { code = '', message = '', name = 'fault' } = error as Partial<NodeJS.ErrnoException>;
  return plainByCode[code]?.(error as NodeJS.ErrnoException) ?? (message || code || name);
}
