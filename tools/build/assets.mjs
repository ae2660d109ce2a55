// dist/assets, served by the portal under /assets: main.css, govuk-frontend.min.js, fonts/, and apps/portal/assets as it is.
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { PlainFault } from '../plain-fault.mjs';
import { root } from '../root.mjs';

export const styles = 'apps/portal/styles';
export const ownAssets = 'apps/portal/assets';
const target = join(root, 'dist/assets');
const fontPackage = join(root, 'node_modules/@fontsource-variable/noto-sans');
// Kazakh letters are in cyrillic-ext; the browser loads only the files a page needs.
const fontSubsets = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext'];

export async function makeAssets() {
  mkdirSync(join(target, 'fonts'), { recursive: true });
  writeFileSync(join(target, 'main.css'), fontFaces() + (await compiledStyles()));
  const govuk = join(root, 'node_modules/govuk-frontend/dist/govuk');
  for (const file of ['govuk-frontend.min.js', 'govuk-frontend.min.js.map'])
    cpSync(join(govuk, file), join(target, file));
  if (existsSync(join(root, ownAssets))) cpSync(join(root, ownAssets), target, { recursive: true });
  packTexts();
}

/** Beside each text its brotli and gzip, made once as small as they can be. */
function packTexts() {
  for (const file of readdirSync(target).filter((name) => /\.(css|js|svg)$/.test(name))) {
    const text = readFileSync(join(target, file));
    writeFileSync(join(target, `${file}.br`), brotliCompressSync(text));
    writeFileSync(join(target, `${file}.gz`), gzipSync(text, { level: 9 }));
  }
}

async function compiledStyles() {
  const entry = join(root, styles, 'main.scss');
  if (!existsSync(entry)) return '';
  const { compileAsync } = await import('sass');
  try {
    const { css } = await compileAsync(entry, {
      style: 'compressed',
      loadPaths: [join(root, 'node_modules')],
      quietDeps: true,
    });
    return css;
  } catch (error) {
    throw new PlainFault(`The styles do not compile: ${error.message}`);
  }
}

/** The @font-face rules of the subsets we serve, and their files. */
function fontFaces() {
  const rules = readFileSync(join(fontPackage, 'wght.css'), 'utf8').match(/@font-face\s*{[^}]*}/g) ?? [];
  rmSync(join(target, 'fonts'), { recursive: true });
  mkdirSync(join(target, 'fonts'));
  const kept = rules.filter((rule) => fontSubsets.some((subset) => rule.includes(`noto-sans-${subset}-wght`)));
  if (kept.length !== fontSubsets.length) throw new Error(`expected ${fontSubsets.length} fonts, found ${kept.length}`);
  for (const file of readdirSync(join(fontPackage, 'files'))) {
    if (kept.some((rule) => rule.includes(`/${file}`)))
      cpSync(join(fontPackage, 'files', file), join(target, 'fonts', file));
  }
  return `${kept.join('\n').replaceAll('./files/', 'fonts/')}\n`;
}
