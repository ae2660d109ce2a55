import type { Queryable, Transaction } from '#lib/database';
import { type Actor, DomainError, type Instant, isId, newId } from '#lib/kernel';
import { actorLabel } from '#lib/ledger';
import { Injectable } from '@nestjs/common';

export type SheetKind = 'CONSIDERATION' | 'INTAKE';

export interface SheetImport {
  readonly id: string;
  readonly discussionId: string;
  readonly fileId: string;
  readonly fileName: string;
  /** Of the file, hex. */
  readonly sha256: string;
  readonly letter: object | null;
  readonly uploadedAt: Instant;
  /** Null until it is applied. */
  readonly appliedAt: Instant | null;
  readonly outcome: Readonly<Record<string, number>> | null;
}

export interface ImportName {
  readonly discussionId: string;
  readonly importId: string;
}

/** Sheets that came back, each its uploader's own affair until it is applied, and afterwards too. */
@Injectable()
export class SheetImports {
  /** The same file is one import, however often its form is sent. @returns its id */
  async add(
    tx: Transaction,
    { discussionId, kind, fileId, letter }: { discussionId: string; kind: SheetKind; fileId: string; letter?: object },
    actor: Actor,
  ): Promise<string> {
    const by = actorLabel(actor);
    const [row] = await tx.query<{ id: string }>(
      `with added as (
         insert into sheet_import (id, discussion_id, kind, file_id, letter, uploaded_by) values ($1, $2, $3, $4, $5, $6)
         on conflict (file_id) do nothing returning id
       )
       select id from added
       union all
       select id from sheet_import where file_id = $4 and discussion_id = $2 and kind = $3 and uploaded_by = $6`,
      [newId(), discussionId, kind, fileId, letter === undefined ? null : JSON.stringify(letter), by],
    );
    if (!row) throw notThere();
    return row.id;
  }

  /** @throws DomainError `not-found`, also for a colleague's, and for one whose day is over */
  async one(q: Queryable, kind: SheetKind, name: ImportName, actor: Actor): Promise<SheetImport> {
    return this.read(q, kind, name, actor, '');
  }

  /** The same, with nobody else applying it. */
  async lock(tx: Transaction, kind: SheetKind, name: ImportName, actor: Actor): Promise<SheetImport> {
    return this.read(tx, kind, name, actor, 'for update of i');
  }

  /** The officer's own of one discussion, the newest first; at most twenty. */
  async of(q: Queryable, kind: SheetKind, discussionId: string, actor: Actor): Promise<SheetImport[]> {
    return q.query<SheetImport>(
      `select ${columns} where i.discussion_id = $1 and i.kind = $2 and i.uploaded_by = $3 order by i.uploaded_at desc, i.id limit 20`,
      [discussionId, kind, actorLabel(actor)],
    );
  }

  async markApplied(tx: Transaction, id: string, outcome: object): Promise<Instant> {
    const [row] = await tx.query<{ appliedAt: Instant }>(
      `update sheet_import set applied_at = clock_timestamp(), outcome = $2 where id = $1 returning applied_at as "appliedAt"`,
      [id, JSON.stringify(outcome)],
    );
    if (!row) throw notThere();
    return row.appliedAt;
  }

  private async read(
    q: Queryable,
    kind: SheetKind,
    { discussionId, importId }: ImportName,
    actor: Actor,
    lock: string,
  ): Promise<SheetImport> {
    const [row] =
      isId(discussionId) && isId(importId)
        ? await q.query<SheetImport>(
            `select ${columns} where i.id = $1 and i.discussion_id = $2 and i.kind = $3 and i.uploaded_by = $4 ${lock}`,
            [importId, discussionId, kind, actorLabel(actor)],
          )
        : [];
    if (!row) throw notThere();
    return row;
  }
}

const notThere = (): DomainError =>
  new DomainError('not-found', 'there is no such sheet: it is another officer’s, or it lay here for a day and is gone');

const columns = `i.id, i.discussion_id as "discussionId", i.file_id as "fileId", f.name as "fileName",
  encode(f.sha256, 'hex') as sha256, i.letter, i.uploaded_at as "uploadedAt", i.applied_at as "appliedAt", i.outcome
  from sheet_import i join stored_file f on f.id = i.file_id`;
