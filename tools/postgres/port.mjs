import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

/** The port used last time if it is free, otherwise one the OS chooses. */
export async function choosePort(home) {
  const last = rememberedPort(home);
  return (last && (await tryPort(last))) || tryPort(0);
}

export function rememberPort(home, port) {
  writeFileSync(join(home, 'port'), String(port));
}

function rememberedPort(home) {
  try {
    return Number(readFileSync(join(home, 'port'), 'utf8')) || undefined;
  } catch {
    return undefined;
  }
}

/** The port when it can be listened on (0: any), else undefined. Loopback only. */
export function tryPort(port, host = '127.0.0.1') {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(undefined));
    probe.listen(port, host, () => {
      const { port: bound } = probe.address();
      probe.close(() => resolve(bound));
    });
  });
}
