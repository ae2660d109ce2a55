import { accessSync, constants, existsSync, mkdirSync, statfsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PlainFault } from '../plain-fault.mjs';
import { root } from '../root.mjs';

/** Everything a run keeps: the embedded database, the secret, logs, mails. */
export const home = resolve(root, process.env.TALQY_HOME || '.talqy');

/** Makes `home`; stops with one line where it cannot be written or where the disk has no room. */
export function requireRoom() {
  mkdirSync(home, { recursive: true });
  for (const folder of [root, home]) {
    accessSync(folder, constants.W_OK);
    const { bavail, bsize } = statfsSync(folder);
    const megabytes = Math.floor((bavail * bsize) / 1e6);
    const needed = existsSync(join(root, 'node_modules')) ? 200 : 1000;
    if (megabytes < needed) {
      throw new PlainFault(`The disk of ${folder} is full: ${megabytes} MB free, Talqy needs ${needed} MB.`);
    }
  }
}
