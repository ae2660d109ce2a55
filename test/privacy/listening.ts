import { jest } from '@jest/globals';

/** The worker and Nest write there; the portal's lines are handed over. */
export function listenToLogs(logged: string[]): void {
  for (const stream of [process.stdout, process.stderr]) {
    jest.spyOn(stream, 'write').mockImplementation((text) => {
      logged.push(typeof text === 'string' ? text : Buffer.from(text).toString());
      return true;
    });
  }
}

export async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 900; attempt += 1) {
    if (await condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('waited 45 s in vain');
}
