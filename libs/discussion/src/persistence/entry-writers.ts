import { Injectable } from '@nestjs/common';
import { EntryConfirmation } from '../intake/entry-confirmation.js';
import { Entries } from './entries.js';

/** What entering a letter writes: the entry, and at once what it becomes where no second officer is asked for. */
@Injectable()
export class EntryWriters {
  constructor(
    readonly entries: Entries,
    readonly confirmation: EntryConfirmation,
  ) {}
}
