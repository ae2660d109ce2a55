import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';

/** Of nobody known, or of an official of one state body. */
export interface Request {
  bodyId: string | null;
}

/**
 * For which state body the work at hand is done (decision 29). A request begins as nobody's and is a body's once its official is known;
 * every statement of it then says so to the database, which keeps other bodies' unpublished work from it.
 */
@Injectable()
export class Acting {
  private readonly storage = new AsyncLocalStorage<Request>();

  /** Whatever `work` does, and whatever follows from it, is one request's. */
  begin<Result>(work: () => Result): Result {
    return this.storage.run({ bodyId: null }, work);
  }

  /** @throws Error outside a request: a body that nobody hears of would look like missing rows */
  forBody(bodyId: string): void {
    const request = this.now;
    if (!request) throw new Error('an official was recognised outside a request');
    request.bodyId = bodyId;
  }

  /** undefined: no request, the process works by itself; its connections say what it sees. */
  get now(): Request | undefined {
    return this.storage.getStore();
  }
}
