import type { Blocker } from './blockers.js';

/** How many blockers are kept with a report: nobody reads more before mending these. */
const KEPT = 500;

/** Gathers blockers as they are found; of many the first are kept, and all are counted. */
export class BlockerList {
  private readonly kept: Blocker[] = [];
  private found = 0;

  add(blockers: readonly Blocker[]): void {
    this.found += blockers.length;
    this.kept.push(...blockers.slice(0, KEPT - this.kept.length));
  }

  get first(): readonly Blocker[] {
    return this.kept;
  }

  get inAll(): number {
    return this.found;
  }
}
