import { createHash } from 'node:crypto';
import { Database, type Transaction, Transactions } from '#lib/database';
import { Injectable } from '@nestjs/common';
import { cleanFile } from '../cleaning/clean-file.js';
import { CleaningFailed, type CheckState, inOrder, isCleaned, type RemovedKind } from '../domain/file-check.js';
import type { FilePurpose } from '../domain/file-purpose.js';
import { SealedOriginals } from '../persistence/sealed-originals.js';
import { VirusScanner } from '../scanning/virus-scanner.js';

interface Upload {
  readonly purpose: FilePurpose;
  readonly mediaType: string;
  readonly state: CheckState;
  readonly content: Buffer;
  /** Of what was sent. */
  readonly sha256: Buffer;
  readonly removed: readonly RemovedKind[];
}

/** What was looked at, and on what ground. */
interface Looked {
  readonly state: CheckState;
  readonly sent: Buffer;
  /** Whether it was opened from its seal. */
  readonly isOriginal: boolean;
  /** Whether it is what was sent; not when that is gone with its sender. */
  readonly isAsSent: boolean;
}

interface Verdict {
  readonly state: CheckState;
  /** What may be shown; null for nothing. */
  readonly shown: Buffer | null;
  readonly removed: readonly RemovedKind[];
  readonly note: string | null;
}

export type CheckOutcome = Exclude<CheckState, 'WAITING'> | 'GONE';

/** Decision 27: an upload is scanned as it came, then cleaned; what may be shown takes its place, what came is sealed. */
@Injectable()
export class CheckFile {
  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly originals: SealedOriginals,
    private readonly scanner: VirusScanner,
  ) {}

  /**
   * May be done again at any time: each time what was sent is looked at, with what the scanner knows by then. Work outside the
   * transaction that writes, so a large file holds nobody up.
   * @returns what became of it; `GONE` for a file that was dropped or erased
   * @throws ScannerAway when it is to be asked for again
   */
  async execute(fileId: string): Promise<CheckOutcome> {
    const upload = await this.read(fileId);
    if (!upload) return 'GONE';
    const { state } = upload;
    // Without a scanner nobody can say that it is harmless now.
    if (state === 'QUARANTINED' && !this.scanner.isOn) return 'QUARANTINED';
    const original = await this.originals.of(this.database, fileId);
    const sent = original ?? upload.content;
    // With the senders of a discussion the originals go: of what is not shown nothing is left to look at.
    if (original === undefined && sent.length === 0 && state !== 'WAITING') return 'GONE';
    const { removed, ...verdict } = await this.judge({ ...upload, content: sent });
    // What was cleaned before may be what is under seal too: it came into quarantine after its sender had gone.
    const isAsSent = sha256(sent).equals(upload.sha256);
    const removedBefore = isAsSent ? [] : upload.removed;
    const whole = { ...verdict, removed: inOrder(new Set([...removedBefore, ...removed])) };
    const looked = { state, sent, isOriginal: original !== undefined, isAsSent };
    return (await this.write(fileId, looked, whole)) ?? this.execute(fileId);
  }

  private async read(fileId: string): Promise<Upload | undefined> {
    const [upload] = await this.database.query<Upload>(
      `select purpose, media_type as "mediaType", check_state as state, content, sha256, removed from stored_file
        where id = $1 and check_state is not null and erased_at is null`,
      [fileId],
    );
    return upload;
  }

  private async judge({ purpose, mediaType, state, content }: Omit<Upload, 'sha256'>): Promise<Verdict> {
    const malware = await this.scanner.scan(content);
    if (malware !== null) return { state: 'QUARANTINED', shown: null, removed: [], note: malware };
    const isScanned = this.scanner.isOn || state === 'CLEAN';
    const kept = isScanned ? 'CLEAN' : 'UNSCANNED';
    if (!isCleaned(purpose)) return { state: kept, shown: content, removed: [], note: null };
    try {
      const { content: shown, removed, isSigned } = await cleanFile(content, mediaType);
      return { state: kept, shown, removed, note: isSigned ? 'SIGNED' : null };
    } catch (error) {
      if (!(error instanceof CleaningFailed)) throw error;
      return { state: 'NOT_SHOWN', shown: null, removed: [], note: error.fault };
    }
  }

  /** @returns undefined when somebody else looked at it, or took what was sent, meanwhile: then it is looked at anew */
  private write(
    fileId: string,
    { state, sent, isOriginal, isAsSent }: Looked,
    verdict: Verdict,
  ): Promise<CheckOutcome | undefined> {
    const { shown } = verdict;
    const sealed = isOriginal || shown?.equals(sent) ? undefined : this.originals.sealed(fileId, sent);
    return this.transactions.run(async (tx) => {
      const [held] = await tx.query<{ state: CheckState }>(
        'select check_state as state from stored_file where id = $1 and erased_at is null for update',
        [fileId],
      );
      if (!held) return 'GONE';
      if (held.state !== state || (isOriginal && !(await this.originals.hold(tx, fileId)))) return undefined;
      if (sealed) await this.originals.keep(tx, fileId, sealed);
      await settle(tx, fileId, verdict);
      // What is not shown must be found again if the scanner was wrong.
      if (shown && !isAsSent) await this.originals.drop(tx, fileId);
      return verdict.state as CheckOutcome;
    });
  }
}

const settle = (tx: Transaction, fileId: string, { state, shown, removed, note }: Verdict): Promise<unknown> =>
  tx.query(
    `update stored_file set check_state = $2, content = $3, kept_size = $4, kept_sha256 = $5, removed = $6, check_note = $7,
       checked_at = clock_timestamp() where id = $1`,
    [fileId, state, shown ?? Buffer.alloc(0), shown?.length ?? null, shown && sha256(shown), removed, note],
  );

const sha256 = (content: Buffer): Buffer => createHash('sha256').update(content).digest();
