import { Database } from '#lib/database';
import type { Actor, LegalDay } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { type Note, NotesOn } from './notes-on.js';

/** Who works on a remark, and what the officers of the body tell each other about it. */
export interface WorkOn {
  /** null while nobody does. */
  readonly worker: { readonly id: string; readonly name: string; readonly dueOn: LegalDay | null } | null;
  readonly isFlagged: boolean;
  /** Whether its discussion is closed and no report on it signed, or an erratum open: then it may be decided. */
  readonly isDecidable: boolean;
  readonly notes: readonly Note[];
}

@Injectable()
export class WorkOnRemark {
  constructor(
    private readonly database: Database,
    private readonly notes: NotesOn,
  ) {}

  /** @throws DomainError `not-found` for another body's remark */
  async of(remarkId: string, actor: Actor): Promise<WorkOn> {
    const notes = await this.notes.remark(remarkId, actor);
    const [row] = await this.database.query<Omit<WorkOn, 'notes'>>(
      `select (select json_build_object('id', o.id, 'name', o.name, 'dueOn', a.due_on)
                 from remark_assignment a join officer o on o.id = a.officer_id where a.remark_id = r.id) as worker,
              exists (select from remark_flag f where f.remark_id = r.id) as "isFlagged",
              grouping_is_open(r.discussion_id) as "isDecidable"
         from remark r where r.id = $1`,
      [remarkId],
    );
    return { ...(row ?? { worker: null, isFlagged: false, isDecidable: false }), notes };
  }
}
