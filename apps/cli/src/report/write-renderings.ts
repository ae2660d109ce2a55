import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Actor } from '#lib/kernel';
import { isPerLanguage, type RenderingFormat, type RenderingLanguage, ReportRenderings } from '#lib/reports';
import type { Context } from '../command-line/context.js';

export interface WantedRendering {
  readonly format: RenderingFormat;
  /** JSON and CSV are one file for all languages. */
  readonly language: RenderingLanguage;
}

/** Writes stored documents of a report into a folder, byte for byte; returns their paths. */
export async function writeRenderings(
  context: Context,
  reportId: string,
  wanted: readonly WantedRendering[],
  { actor, folder }: { actor: Actor; folder: string },
): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const paths: string[] = [];
  for (const { format, language } of wanted) {
    const { stream } = await context.get(ReportRenderings).open({ reportId, format, language }, actor);
    const extension = format.toLowerCase();
    const path = join(folder, isPerLanguage(format) ? `report.${language}.${extension}` : `report.${extension}`);
    await writeFile(path, stream);
    paths.push(path);
  }
  return paths;
}
