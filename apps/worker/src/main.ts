import 'reflect-metadata';
import { loadSettingsOrExit } from '#lib/settings';
import { createWorker } from './create-worker.js';

const worker = await createWorker(loadSettingsOrExit());
process.stdout.write(`${JSON.stringify({ msg: 'listening', app: 'worker', port: worker.healthPort })}\n`);

let isStopping = false;
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    if (isStopping) return;
    isStopping = true;
    // A job at work may finish; after this it is somebody else's (its row is not done).
    setTimeout(() => process.exit(1), 25_000).unref();
    void worker.stop().then(() => process.exit(0));
  });
}
