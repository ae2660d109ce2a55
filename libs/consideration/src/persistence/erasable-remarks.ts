import type { Transaction } from '#lib/database';
import { type Actor, isId } from '#lib/kernel';
import { StoredFiles } from '#lib/files';
import { actorLabel } from '#lib/ledger';
import { SealedTexts, Senders } from '#lib/discussion';
import { Injectable } from '@nestjs/common';

import { RemarkNotFound } from '../domain/errors.js';

export interface ErasableRemark {
  readonly id: string;
  readonly number: string;
  readonly discussionId: string;
  readonly isErased: boolean;
  /** SHA-256 of the normalised words, hex. */
  readonly normalisedHash: string;
}

/** What stands in the place of erased words. */
const ERASED = '—';

@Injectable()
export class ErasableRemarks {
  constructor(
    private readonly files: StoredFiles,
    private readonly senders: Senders,
    private readonly texts: SealedTexts,
  ) {}

  /** @throws DomainError `not-found`, also for another body's remark */
  async lock(tx: Transaction, remarkId: string, actor: Actor): Promise<ErasableRemark> {
    const bodyId = actor.kind === 'officer' ? actor.bodyId : null;
    const [remark] = isId(remarkId)
      ? await tx.query<ErasableRemark>(
          `select r.id, r.number, r.discussion_id as "discussionId", r.erased_at is not null as "isErased",
                  encode(r.normalised_hash, 'hex') as "normalisedHash"
             from remark r join discussion d on d.id = r.discussion_id join procedure p on p.id = d.procedure_id
            where r.id = $1 and p.developer_id = $2 for update of r`,
          [remarkId, bodyId],
        )
      : [];
    if (!remark) throw new RemarkNotFound(remarkId);
    return remark;
  }

  /** Takes the words, the salts, what was made of the words, the files and the sender; everything else stays. */
  async erase(tx: Transaction, { id, discussionId, normalisedHash }: ErasableRemark, actor: Actor): Promise<void> {
    await tx.query(
      `update remark set body = $2, proposed_wording = null, salt = '\\x', normalised_hash = sha256(uuid_send(id)),
         erased_at = clock_timestamp() where id = $1`,
      [id, ERASED],
    );
    await tx.query(`update remark_revision set body = $2, proposed_wording = null, salt = '\\x' where remark_id = $1`, [
      id,
      ERASED,
    ]);
    await tx.query(`update point_span s set quote = $2 from point p where p.id = s.point_id and p.remark_id = $1`, [
      id,
      ERASED,
    ]);
    await tx.query(
      `delete from text_signature t where t.discussion_id = $1 and t.normalised_hash = decode($2, 'hex')
          and not exists (select from remark r where r.discussion_id = $1 and r.normalised_hash = t.normalised_hash)`,
      [discussionId, normalisedHash],
    );
    await this.eraseFilesAndSender(tx, id);
    await tx.query(
      `update erasure_request set settled_at = clock_timestamp(), settled_by = $2 where remark_id = $1 and settled_at is null`,
      [id, actorLabel(actor)],
    );
  }

  /** A scan is held before its other remarks are looked at: of two erasures at once the later sees what the earlier took. */
  private async eraseFilesAndSender(tx: Transaction, id: string): Promise<void> {
    await tx.query(
      `select from stored_file s where s.id in (
         select f.file_id from received_entry_file f join received_entry e on e.id = f.entry_id where e.remark_id = $1)
        order by s.id for no key update`,
      [id],
    );
    const files = await tx.query<{ fileId: string }>(
      `select file_id as "fileId" from remark_attachment where remark_id = $1
       union select f.file_id from received_entry_file f join received_entry e on e.id = f.entry_id
        where e.remark_id = $1 and not exists (
          select from received_entry_file o join received_entry x on x.id = o.entry_id
            left join remark y on y.id = x.remark_id
           where o.file_id = f.file_id and o.entry_id <> f.entry_id and y.erased_at is null)`,
      [id],
    );
    await this.files.erase(
      tx,
      files.map(({ fileId }) => fileId),
    );
    await this.senders.remove(tx, id);
    await this.texts.removeOf(tx, id);
  }
}
