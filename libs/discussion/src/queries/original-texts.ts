import { Database } from '#lib/database';
import { Injectable } from '@nestjs/common';
import { type OriginalText, Redactions } from '../persistence/redactions.js';

/** A remark as it was received, opened where passages of it are redacted. */
@Injectable()
export class OriginalTexts {
  constructor(
    private readonly database: Database,
    private readonly redactions: Redactions,
  ) {}

  /** For officers of the developing body who moderate, and the sender; the caller checks that. */
  of(remarkId: string): Promise<OriginalText> {
    return this.redactions.original(this.database, remarkId);
  }
}
