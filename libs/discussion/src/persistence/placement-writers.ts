import { Ledger } from '#lib/ledger';
import { Injectable } from '@nestjs/common';
import { DiscussionWindows } from './discussion-windows.js';
import { Placements } from './placements.js';

/** What a placement writes: itself, the window it starts or extends, and its entry in the ledger. */
@Injectable()
export class PlacementWriters {
  constructor(
    readonly placements: Placements,
    readonly windows: DiscussionWindows,
    readonly ledger: Ledger,
  ) {}
}
