import { createHash } from 'node:crypto';
import { Transactions } from '#lib/database';
import { FileNotFound, SealedOriginals } from '#lib/files';
import { type Actor, isId } from '#lib/kernel';
import { Ledger } from '#lib/ledger';
import { Injectable } from '@nestjs/common';

export interface OriginalOfFile {
  readonly name: string;
  readonly content: Buffer;
}

/** Decision 27: what a sender sent, byte for byte, for whoever must prove it; the ledger keeps who asked, and why. */
@Injectable()
export class OpenOriginal {
  constructor(
    private readonly transactions: Transactions,
    private readonly originals: SealedOriginals,
    private readonly ledger: Ledger,
  ) {}

  /** @throws FileNotFound, also for an erased file and for one nobody uploaded; Error when the bytes are not those of the record */
  async execute({ fileId, reason }: { fileId: string; reason: string }, actor: Actor): Promise<OriginalOfFile> {
    return this.transactions.run(async (tx) => {
      const [file] = isId(fileId)
        ? await tx.query<OriginalOfFile & { sha256: string; state: string }>(
            `select name, content, encode(sha256, 'hex') as sha256, check_state as state from stored_file
              where id = $1 and check_state is not null and erased_at is null`,
            [fileId],
          )
        : [];
      if (!file) throw new FileNotFound();
      const content = (await this.originals.of(tx, fileId)) ?? file.content;
      const sha256 = createHash('sha256').update(content).digest('hex');
      if (sha256 !== file.sha256) throw new Error(`what was sent as ${fileId} is not kept any more`);
      const data = { reason, sha256, state: file.state };
      await this.ledger.record(tx, { actor, act: 'file.original-opened', subject: { kind: 'file', id: fileId }, data });
      return { name: file.name, content };
    });
  }
}
