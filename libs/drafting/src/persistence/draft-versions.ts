import type { Queryable, Transaction } from '#lib/database';
import { NotFound } from '#lib/identity';
import { CLOCK, type Clock, type Instant, isId, type Multilingual } from '#lib/kernel';
import { Inject, Injectable } from '@nestjs/common';
import type { DraftText } from '../domain/clause.js';
import { clausesOfText, type DraftedClause, partsOf } from '../domain/drafted-clause.js';
import { textHash } from '../text-hash.js';

export interface DraftVersion {
  readonly id: string;
  readonly procedureId: string;
  /** From 1, without gaps. */
  readonly version: number;
  readonly title: Multilingual;
  /** SHA-256 of the canonical text, lower-case hex (REQ-23). */
  readonly textSha256: string;
  /** When it was placed; null while it never was. */
  readonly frozenAt: Instant | null;
  readonly createdBy: string;
  readonly createdAt: Instant;
}

export interface StoredClause extends DraftedClause {
  readonly lineageId: string;
  /** From 1, in the order of the text. */
  readonly position: number;
}

const columns = `id, procedure_id as "procedureId", version,
  jsonb_strip_nulls(jsonb_build_object('kk', title_kk, 'ru', title_ru, 'en', title_en)) as title,
  encode(text_sha256, 'hex') as "textSha256", frozen_at as "frozenAt", created_by as "createdBy", created_at as "createdAt"`;

@Injectable()
export class DraftVersions {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  async latest(q: Queryable, procedureId: string): Promise<DraftVersion | undefined> {
    const [version] = await q.query<DraftVersion>(
      `select ${columns} from draft_version where procedure_id = $1 order by version desc limit 1`,
      [procedureId],
    );
    return version;
  }

  /** @throws NotFound */
  async byId(q: Queryable, id: string): Promise<DraftVersion> {
    const [version] = isId(id)
      ? await q.query<DraftVersion>(`select ${columns} from draft_version where id = $1`, [id])
      : [];
    if (!version) throw new NotFound('draft version');
    return version;
  }

  /** @throws NotFound */
  async byNumber(q: Queryable, procedureId: string, number: number): Promise<DraftVersion> {
    const [version] =
      isId(procedureId) && Number.isInteger(number) && number > 0 && number < 2 ** 31
        ? await q.query<DraftVersion>(`select ${columns} from draft_version where procedure_id = $1 and version = $2`, [
            procedureId,
            number,
          ])
        : [];
    if (!version) throw new NotFound('draft version');
    return version;
  }

  /** All versions of a dossier, oldest first. */
  ofProcedure(q: Queryable, procedureId: string): Promise<DraftVersion[]> {
    return q.query<DraftVersion>(`select ${columns} from draft_version where procedure_id = $1 order by version`, [
      procedureId,
    ]);
  }

  clausesOf(q: Queryable, versionId: string): Promise<StoredClause[]> {
    return q.query<StoredClause>(
      `select lineage_id as "lineageId", position, kind, level, label,
              jsonb_strip_nulls(jsonb_build_object('kk', text_kk, 'ru', text_ru, 'en', text_en)) as text
         from clause where version_id = $1 order by position`,
      [versionId],
    );
  }

  /** The text as a tree, for comparison and for its canonical form. */
  async textOf(q: Queryable, version: Pick<DraftVersion, 'id' | 'title'>): Promise<DraftText> {
    const clauses = await this.clausesOf(q, version.id);
    return { title: version.title, parts: partsOf(clauses, (index) => clauses[index]?.lineageId ?? '') };
  }

  async insert(tx: Transaction, version: DraftVersion, draft: DraftText): Promise<void> {
    const { id, procedureId, title, textSha256, createdBy, createdAt } = version;
    await tx.query(
      `insert into draft_version (id, procedure_id, version, title_kk, title_ru, title_en, text_sha256, created_by, created_at)
       values ($1, $2, $3, $4, $5, $6, decode($7, 'hex'), $8, $9)`,
      [id, procedureId, version.version, title.kk, title.ru, title.en ?? null, textSha256, createdBy, createdAt],
    );
    await tx.query(
      `insert into clause (version_id, position, lineage_id, kind, level, label, text_kk, text_ru, text_en)
       select $1, c.ordinality, (c.value->>'lineageId')::uuid, c.value->>'kind', (c.value->>'level')::integer, c.value->>'label',
              c.value#>>'{text,kk}', c.value#>>'{text,ru}', c.value#>>'{text,en}'
         from jsonb_array_elements($2::jsonb) with ordinality as c`,
      [id, JSON.stringify(clausesOfText(draft))],
    );
  }

  /**
   * Makes the version immutable because it is being placed (REQ-23); freezing twice changes nothing. The stored text is
   * hashed again first: what is frozen is what is shown.
   * @throws NotFound; Error when the stored text is not the one that was hashed
   */
  async freeze(tx: Transaction, versionId: string): Promise<void> {
    const version = await this.byId(tx, versionId);
    if (version.frozenAt) return;
    if (textHash(await this.textOf(tx, version)) !== version.textSha256)
      throw new Error(`the stored text of draft version ${versionId} does not match its hash`);
    await tx.query('update draft_version set frozen_at = $2 where id = $1', [versionId, this.clock.now()]);
  }
}
