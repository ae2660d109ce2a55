import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { projectRoot } from '#lib/settings';
import { hostileTexts } from './worst-texts.js';

/** The strings to try: the built-in worst ones, or all of the folder that TALQY_CORPORA names (`npm run corpora`). */
export function corpus(): { readonly name: string; readonly texts: readonly string[] } {
  const folder = process.env['TALQY_CORPORA'];
  if (!folder) return { name: 'built-in', texts: hostileTexts };
  const place = resolve(projectRoot(), folder, 'negative-inputs');
  if (!existsSync(place)) throw new Error(`TALQY_CORPORA: there is no ${place}`);
  const naughty = JSON.parse(readFileSync(resolve(place, 'blns.json'), 'utf8')) as string[];
  const formulas = readFileSync(resolve(place, 'csv-payload.txt'), 'utf8').split('\n').filter(Boolean);
  return { name: place, texts: [...new Set([...naughty, ...formulas, ...hostileTexts])] };
}
