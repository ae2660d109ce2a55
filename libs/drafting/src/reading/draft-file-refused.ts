import { DomainError } from '#lib/kernel';

export type RefusalReason = 'too-big' | 'unpacks-too-big' | 'too-many-parts' | 'not-a-docx' | 'unsafe-xml';

/** The file as a whole cannot be read; nothing of it was. */
export class DraftFileRefused extends DomainError {
  constructor(
    readonly reason: RefusalReason,
    limit?: number,
  ) {
    super('import-refused', `the draft file is refused: ${reason}`, {
      reason,
      ...(limit === undefined ? {} : { limit }),
    });
  }
}
