import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { DomainError } from '#lib/kernel';
import { Injectable, Logger, type OnModuleDestroy, StreamableFile } from '@nestjs/common';

/** Of this process: each asks the database once a second. */
const MOST = 40;
/** Milliseconds after which a browser has to ask again, and its rights are looked at again. */
const LONGEST = 10 * 60_000;

/** What a browser is told as things happen, as the text of an event stream; ends when `signal` is aborted. */
export type Events = (signal: AbortSignal) => AsyncIterable<string>;

/** An event of a stream; its data are one line of JSON. */
export const streamEvent = (name: string, data: unknown): string => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;

/** A comment: nothing has happened, and the connection is still there. */
export const HEARTBEAT = ': still here\n\n';

/** The event streams that are open in this process: so many at most, none longer than the browser or the process stays. */
@Injectable()
export class EventStreams implements OnModuleDestroy {
  private readonly logger = new Logger('EventStreams');
  private readonly leaving = new Set<AbortController>();
  private isClosing = false;

  get open(): number {
    return this.leaving.size;
  }

  /**
   * Answers with events as they come. Its place is free again as soon as the events end or the browser has gone.
   * @throws DomainError `too-busy` when no place is free
   */
  answer(events: Events): StreamableFile {
    if (this.isClosing || this.leaving.size >= MOST) throw new DomainError('too-busy', 'too many are watching already');
    const leave = new AbortController();
    const stream = new PassThrough();
    this.leaving.add(leave);
    stream.once('close', () => {
      leave.abort();
      this.leaving.delete(leave);
    });
    void this.pour(events(AbortSignal.any([leave.signal, AbortSignal.timeout(LONGEST)])), stream, leave.signal);
    return new StreamableFile(stream, { type: 'text/event-stream; charset=utf-8' });
  }

  /** Before the server closes: it waits for every answer that is under way. */
  onModuleDestroy(): void {
    this.isClosing = true;
    for (const leave of this.leaving) leave.abort();
  }

  private async pour(events: AsyncIterable<string>, stream: PassThrough, signal: AbortSignal): Promise<void> {
    try {
      for await (const text of events) {
        if (signal.aborted) break;
        if (!stream.write(text)) await once(stream, 'drain', { signal });
      }
    } catch (error) {
      // The browser asks again by itself; what went wrong is for the log.
      if (!signal.aborted) this.logger.warn({ msg: 'an event stream broke off', error: String(error) });
    } finally {
      stream.end();
    }
  }
}
