import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isLegalDay } from '#lib/kernel';
import { Refusal } from '../command-line/refusal.js';
import { readDecideMadrid } from '../sources/decide-madrid.js';
import type { SourceReading } from '../sources/folder-files.js';
import { readIsoComments } from '../sources/iso-comments.js';
import { readLegalactsCard } from '../sources/legalacts-card.js';

export interface SourceOptions {
  /** Of a comment sheet, which has no days: when it was opened. */
  readonly opened?: string;
  readonly title?: string;
}

type Read = (folder: string, options: SourceOptions) => SourceReading;

/** Foreign forms of a discussion, by the name after `--source`. */
const sources: Readonly<Record<string, Read>> = {
  'kz-legalacts-card': (folder) => readLegalactsCard(textOf(folder, theOne(folder, /^card-.*\.json$/))),
  'iso-comments': (folder, { opened = '', title }) => {
    if (!isLegalDay(opened)) throw new Refusal('The sheet has no days: say --opened YYYY-MM-DD.');
    const file = theOne(folder, /\.comments\.ya?ml$/);
    return readIsoComments(textOf(folder, file), opened, title ?? file.replace(/\.comments\.ya?ml$/, ''));
  },
  'decide-madrid': (folder) => readDecideMadrid(textOf(folder, 'proposals.csv'), textOf(folder, 'comments.csv')),
};

export const sourceNames = Object.keys(sources);

const textOf = (folder: string, file: string): string => readFileSync(join(folder, file), 'utf8');

function theOne(folder: string, name: RegExp): string {
  const [file, ...more] = readdirSync(folder).filter((each) => name.test(each));
  if (file === undefined || more.length > 0) {
    throw new Refusal(`${folder} has ${more.length === 0 ? 'no' : 'more than one'} file like ${name.source}.`);
  }
  return file;
}

/** Turns a foreign source into a discussion's folder at `target`; the source itself is only read. */
export function convert(name: string, source: string, target: string, options: SourceOptions): readonly string[] {
  const read = sources[name];
  if (!read) throw new Refusal(`--source ${name}: the sources are ${sourceNames.join(', ')}.`);
  const { files, notes } = read(source, options);
  mkdirSync(target, { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(join(target, file), text);
  writeFileSync(join(target, 'notes.txt'), `${notes.join('\n')}\n`);
  return notes;
}
