import { Database } from '#lib/database';
import { type FileCheck, fileCheckMembers } from '#lib/files';
import type { Instant } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import type { Sender } from '../domain/sender.js';
import type { SignedText } from '../domain/signed-document.js';
import { Senders } from '../sealing/senders.js';
import { iso } from './iso.js';
import { RemarkByReceipt } from './remark-of-receipt.js';

/** Everything that is kept about the sender of one remark, for the sender alone. */
export interface SubjectData {
  readonly scheme: 'talqy/subject-data/v1';
  readonly remark: {
    readonly number: string;
    readonly discussionId: string;
    readonly kind: string;
    readonly language: string;
    readonly text: string;
    readonly proposedWording: string | null;
    readonly state: string;
    readonly receivedAt: Instant;
    readonly commitment: string;
    readonly salt: string;
  };
  /** Null once it was erased. */
  readonly sender: Sender | null;
  /** The document that was signed, as text, and the detached signature over its UTF-8, Base64; null for a remark without one. */
  readonly signature: SignedText | null;
  readonly nameConsent: { readonly version: string; readonly givenAt: Instant } | null;
  readonly earlierVersions: readonly {
    readonly revision: number;
    readonly text: string;
    readonly proposedWording: string | null;
    readonly from: Instant;
    readonly until: Instant;
  }[];
  readonly files: readonly (FileCheck & { readonly name: string; readonly mediaType: string; readonly size: number })[];
}

type Kept = Pick<SubjectData, 'nameConsent' | 'earlierVersions' | 'files'>;

const kept = `
  select (select json_build_object('version', s.name_consent, 'givenAt', ${iso('s.name_consent_at')})
            from sealed_sender s where s.subject_id = $1 and s.name_consent is not null) as "nameConsent",
         coalesce((select json_agg(json_build_object('revision', v.revision, 'text', v.body, 'proposedWording', v.proposed_wording,
                     'from', ${iso('v.from_at')}, 'until', ${iso('v.until_at')}) order by v.revision)
                     from remark_revision v where v.remark_id = $1), '[]') as "earlierVersions",
         coalesce((select json_agg(json_build_object('name', f.name, 'mediaType', f.media_type, 'size', f.size, ${fileCheckMembers('f')}) order by a.position)
                     from remark_attachment a join stored_file f on f.id = a.file_id where a.remark_id = $1 and f.erased_at is null), '[]') as files`;

/** Law 94-V, article 24: a subject is told what is kept. */
@Injectable()
export class DataOfSubject {
  constructor(
    private readonly database: Database,
    private readonly remarks: RemarkByReceipt,
    private readonly senders: Senders,
  ) {}

  /** @throws ReceiptNotValid for a wrong number or secret alike */
  async execute(receipt: { readonly number: string; readonly secret: string }): Promise<SubjectData> {
    const { id, number, discussionId, kind, language, text, proposedWording, state, receivedAt, commitment, salt } =
      await this.remarks.execute(receipt);
    const [rest] = await this.database.query<Kept>(kept, [id]);
    if (!rest) throw new Error('a query without a table gave no row');
    return {
      scheme: 'talqy/subject-data/v1',
      remark: { number, discussionId, kind, language, text, proposedWording, state, receivedAt, commitment, salt },
      sender: (await this.senders.of(this.database, id)) ?? null,
      signature: (await this.senders.signedTextOf(this.database, id)) ?? null,
      ...rest,
    };
  }
}
