import { Database } from '#lib/database';
import type { Actor, Instant } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { ownRemarks } from '../persistence/own-remarks.js';

export interface Note {
  readonly id: string;
  readonly author: string;
  readonly text: string;
  readonly writtenAt: Instant;
  /** Names of the officers asked to look. */
  readonly mentions: readonly string[];
}

/** A note in which a colleague asked the officer to look, not read yet. */
export interface Mention {
  readonly number: string;
  readonly author: string;
  readonly writtenAt: Instant;
  /** Of the discussion. */
  readonly zone: string;
}

@Injectable()
export class NotesOn {
  constructor(private readonly database: Database) {}

  /** The oldest first. @throws DomainError `not-found` for another body's remark */
  async remark(remarkId: string, actor: Actor): Promise<Note[]> {
    await ownRemarks(this.database, [remarkId], actor);
    return this.database.query<Note>(
      `select n.id, o.name as author, n.body as text, n.written_at as "writtenAt",
              array(select m.name from remark_note_mention x join officer m on m.id = x.officer_id
                     where x.note_id = n.id order by m.name) as mentions
         from remark_note n join officer o on o.id = n.author_id
        where n.remark_id = $1 order by n.written_at, n.id`,
      [remarkId],
    );
  }

  /** Where colleagues wait for the officer, the newest first; at most 50. */
  async mentionsOf(actor: Actor): Promise<Mention[]> {
    if (actor.kind !== 'officer') return [];
    return this.database.query<Mention>(
      `select r.number, o.name as author, n.written_at as "writtenAt", s.zone
         from remark_note_mention m
         join remark_note n on n.id = m.note_id
         join remark r on r.id = n.remark_id
         join discussion s on s.id = r.discussion_id
         join officer o on o.id = n.author_id
        where m.officer_id = $1 and m.read_at is null
        order by n.written_at desc, n.id limit 50`,
      [actor.id],
    );
  }
}
