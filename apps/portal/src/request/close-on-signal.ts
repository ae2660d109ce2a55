import type { INestApplication } from '@nestjs/common';

const CLOSE_WITHIN_MS = 10_000;

/** SIGTERM and SIGINT: stop accepting, finish what is under way, close the pool; after ten seconds the process ends anyway. */
export function closeOnSignal(portal: INestApplication): void {
  let isClosing = false;
  const close = () => {
    if (isClosing) return;
    isClosing = true;
    setTimeout(() => process.exit(1), CLOSE_WITHIN_MS).unref();
    portal.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', close);
  process.on('SIGINT', close);
}
