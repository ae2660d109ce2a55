import type { Queryable } from '#lib/database';
import type { Language } from '#lib/kernel';
import { Injectable } from '@nestjs/common';

/** What a letter about a mention says: where to look and who asks; the note itself stays inside. */
export interface MentionLetterFacts {
  readonly to: string;
  readonly language: Language;
  readonly author: string;
  readonly number: string;
}

@Injectable()
export class MentionLetter {
  /** Nothing when the note was read already, or the officer has left. */
  async facts(q: Queryable, noteId: string, officerId: string): Promise<MentionLetterFacts | undefined> {
    const [row] = await q.query<MentionLetterFacts>(
      `select o.email as "to", o.language, a.name as author, r.number
         from remark_note_mention m
         join officer o on o.id = m.officer_id and o.is_active
         join remark_note n on n.id = m.note_id
         join officer a on a.id = n.author_id
         join remark r on r.id = n.remark_id
        where m.note_id = $1 and m.officer_id = $2 and m.read_at is null`,
      [noteId, officerId],
    );
    return row;
  }
}
