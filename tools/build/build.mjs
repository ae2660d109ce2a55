import { makeAssets, ownAssets, styles } from './assets.mjs';
import { compile } from './code.mjs';
import { unlessDone } from './stamp.mjs';

const tools = ['package-lock.json', 'tools/build'];

export const buildCode = () =>
  unlessDone({
    name: 'code',
    inputs: ['apps', 'libs', 'tsconfig.json', 'tsconfig.build.json', ...tools],
    outputs: ['dist/apps', 'dist/libs'],
    work: compile,
  });

export const buildAssets = () =>
  unlessDone({
    name: 'assets',
    inputs: [styles, ownAssets, ...tools],
    outputs: ['dist/assets/main.css'],
    work: makeAssets,
  });

export async function buildAll() {
  await buildCode();
  await buildAssets();
}
