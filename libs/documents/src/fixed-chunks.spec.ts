import { expect, it } from '@jest/globals';
import { fixedChunks } from './fixed-chunks.js';

async function gathered(texts: string[]): Promise<Buffer[]> {
  const chunks: Buffer[] = [];
  for await (const chunk of fixedChunks(texts)) chunks.push(chunk);
  return chunks;
}

it('cuts the same text into the same chunks however it arrives', async () => {
  const text = 'қағида '.repeat(30_000);
  const whole = await gathered([text]);
  const pieces = await gathered(text.match(/.{1,7}/gsu) ?? []);
  expect(whole.length).toBeGreaterThan(3);
  expect(pieces).toEqual(whole);
});

it('never cuts a character in two', async () => {
  const text = `a${'𠀀'.repeat(70_000)}`;
  expect(Buffer.concat(await gathered([text])).toString()).toBe(text);
});
