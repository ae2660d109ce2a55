import { DomainError, type Language } from '#lib/kernel';

export type RefusalReason = 'too-big' | 'unpacks-too-big' | 'too-many-parts' | 'not-a-docx' | 'unsafe-xml';

/** The file as a whole cannot be read; nothing of it was. `details.language` names it where several came together. */
export class DraftFileRefused extends DomainError {
  constructor(
    readonly reason: RefusalReason,
    readonly limit?: number,
    readonly language?: Language,
  ) {
    super('import-refused', `the draft file is refused: ${reason}`, {
      reason,
      ...(limit === undefined ? {} : { limit }),
      ...(language === undefined ? {} : { language }),
    });
  }
}
