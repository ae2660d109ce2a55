import { Injectable } from '@nestjs/common';
import { assertSound } from '../domain/acceptable-remark.js';
import { FILES_LIMIT } from '../domain/remark-content.js';
import type { Sender } from '../domain/sender.js';
import { type RemarkToSign, signedDocument } from '../domain/signed-document.js';
import { AttachedFiles } from '../intake/attached-files.js';
import { attachmentRefused } from '../intake/intake-queries.js';
import { KnownDiscussions } from '../intake/known-discussions.js';

type Remark = RemarkToSign & { readonly sender: Sender };

/** The bytes that the sender of a remark signs: made anew from what is sent, the same every time, and stored nowhere (decision 34). */
@Injectable()
export class DocumentToSign {
  constructor(
    private readonly discussions: KnownDiscussions,
    private readonly files: AttachedFiles,
  ) {}

  /**
   * @param hashes SHA-256 of each attachment as it will be sent, hex
   * @throws RemarkNotAcceptable, DiscussionNotFound; DomainError `attachment-refused` for more files than a remark takes
   */
  async of(remark: Remark, hashes: readonly string[]): Promise<string> {
    if (hashes.length > FILES_LIMIT) throw attachmentRefused();
    assertSound(remark, await this.discussions.of(remark.discussionId));
    return signedDocument(remark, hashes);
  }

  /** The same of stored files. @throws as `of`; DomainError `attachment-refused` */
  async withFiles(remark: Remark, ids: readonly string[]): Promise<string> {
    return this.of(remark, await this.files.hashesOf(ids));
  }
}
