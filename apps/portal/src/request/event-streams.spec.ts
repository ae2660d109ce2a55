import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { DomainError } from '#lib/kernel';
import { type Events, EventStreams, streamEvent } from './event-streams.js';

/** Says nothing and waits until it has to leave. */
const silent: Events = async function* (signal) {
  yield 'first\n\n';
  await pause(60_000, undefined, { signal }).catch(() => undefined);
};

describe('event streams', () => {
  it('write one line of JSON an event, whatever is in it', () => {
    expect(streamEvent('progress', { text: 'a\n\nevent: end\r\n' })).toBe(
      'event: progress\ndata: {"text":"a\\n\\nevent: end\\r\\n"}\n\n',
    );
  });

  it('end with their events, and free the place', async () => {
    const streams = new EventStreams();
    const answer = streams.answer(async function* () {
      yield 'a';
      yield 'b';
    });
    expect([streams.open, await text(answer.getStream())]).toEqual([1, 'ab']);
    await pause(5);
    expect(streams.open).toBe(0);
  });

  it('free the place at once when the reader leaves', async () => {
    const streams = new EventStreams();
    const stream = streams.answer(silent).getStream();
    await pause(5);
    stream.destroy();
    await pause(5);
    expect(streams.open).toBe(0);
  });

  it('are forty at most; the next is refused until one leaves', async () => {
    const streams = new EventStreams();
    const open = Array.from({ length: 40 }, () => streams.answer(silent).getStream());
    expect(() => streams.answer(silent)).toThrow(DomainError);
    open[0]?.destroy();
    await pause(5);
    expect(() => streams.answer(silent)).not.toThrow();
    streams.onModuleDestroy();
  });

  it('all end when the process does', async () => {
    const streams = new EventStreams();
    const texts = [1, 2].map(() => text(streams.answer(silent).getStream()));
    await pause(5);
    streams.onModuleDestroy();
    expect(await Promise.all(texts)).toEqual(['first\n\n', 'first\n\n']);
    await pause(5);
    expect(streams.open).toBe(0);
  });

  it('that break off end, and free the place', async () => {
    const streams = new EventStreams();
    const answer = streams.answer(async function* () {
      yield 'a';
      throw new Error('the database is away');
    });
    expect(await text(answer.getStream())).toBe('a');
    await pause(5);
    expect(streams.open).toBe(0);
  });
});
