import { createHash } from 'node:crypto';
import { Database, type Transaction, Transactions } from '#lib/database';
import { Injectable } from '@nestjs/common';
import { cleanFile } from '../cleaning/clean-file.js';
import { CleaningFailed, type CheckState, inOrder, isCleaned, type RemovedKind } from '../domain/file-check.js';
import type { FilePurpose } from '../domain/file-purpose.js';
import { SealedOriginals } from '../persistence/sealed-originals.js';
import { ScannerAway, VirusScanner } from '../scanning/virus-scanner.js';

interface Upload {
  readonly purpose: FilePurpose;
  readonly mediaType: string;
  readonly state: CheckState;
  readonly content: Buffer;
  readonly removed: readonly RemovedKind[];
}

interface Verdict {
  readonly state: CheckState;
  /** What may be shown; null for nothing. */
  readonly shown: Buffer | null;
  readonly removed: readonly RemovedKind[];
  readonly note: string | null;
}

export type CheckOutcome = Exclude<CheckState, 'WAITING'> | 'GONE' | 'SCANNER_AWAY';

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
   * @returns what became of it; `GONE` for a file that was dropped or erased, `SCANNER_AWAY` when it is to be asked for again
   */
  async execute(fileId: string): Promise<CheckOutcome> {
    const upload = await this.read(fileId);
    if (!upload) return 'GONE';
    // Without a scanner nobody can say that it is harmless now.
    if (upload.state === 'QUARANTINED' && !this.scanner.isOn) return 'QUARANTINED';
    const original = await this.originals.of(this.database, fileId);
    const sent = original ?? upload.content;
    // With the senders of a discussion the originals go: of what is not shown nothing is left to look at.
    if (original === undefined && sent.length === 0 && upload.state !== 'WAITING') return 'GONE';
    const removedBefore = original === undefined ? upload.removed : [];
    try {
      const { removed, ...verdict } = await this.judge({ ...upload, content: sent });
      const whole = { ...verdict, removed: inOrder(new Set([...removedBefore, ...removed])) };
      return await this.transactions.run((tx) => this.write(tx, fileId, sent, whole));
    } catch (error) {
      if (error instanceof ScannerAway) return 'SCANNER_AWAY';
      throw error;
    }
  }

  private async read(fileId: string): Promise<Upload | undefined> {
    const [upload] = await this.database.query<Upload>(
      `select purpose, media_type as "mediaType", check_state as state, content, removed from stored_file
        where id = $1 and check_state is not null and erased_at is null`,
      [fileId],
    );
    return upload;
  }

  private async judge({ purpose, mediaType, state, content }: Upload): Promise<Verdict> {
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

  private async write(
    tx: Transaction,
    fileId: string,
    sent: Buffer,
    { state, shown, removed, note }: Verdict,
  ): Promise<CheckOutcome> {
    const [held] = await tx.query('select from stored_file where id = $1 and erased_at is null for update', [fileId]);
    if (!held) return 'GONE';
    if (!shown?.equals(sent)) await this.originals.keep(tx, fileId, sent);
    await tx.query(
      `update stored_file set check_state = $2, content = $3, kept_size = $4, kept_sha256 = $5, removed = $6, check_note = $7,
         checked_at = clock_timestamp() where id = $1`,
      [fileId, state, shown ?? Buffer.alloc(0), shown?.length ?? null, shown && sha256(shown), removed, note],
    );
    return state as CheckOutcome;
  }
}

const sha256 = (content: Buffer): Buffer => createHash('sha256').update(content).digest();
