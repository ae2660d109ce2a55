import { SealedAccounts } from '#lib/identity';
import { type Actor, CLOCK, type Clock } from '#lib/kernel';
import type { KeyRingFile } from '#lib/privacy';
import { Inject, Injectable } from '@nestjs/common';
import { isHalfRotated, retirableKeys } from '../domain/key-rotation.js';
import { KEY_RING_FILE } from '../sealing/key-ring.js';
import { Resealing } from '../sealing/resealing.js';
import { RotationRecords } from '../sealing/rotation-records.js';

export interface RotateKeysInput {
  /** Only finish what an earlier rotation left, without a new key. */
  readonly withoutNewKey?: boolean;
  /** Told after each batch: how many rows are sealed by the newest key, and how many there were to do. */
  readonly progress?: (done: number, all: number) => void;
}

export interface RotatedKeys {
  readonly keyId: string;
  readonly isNew: boolean;
  /** Senders. */
  readonly resealed: number;
  /** Second factors of officials. */
  readonly factors: number;
  /** Uploads as they came. */
  readonly files: number;
  /** Redacted remarks as they were received, objections, addresses that wait to be confirmed, and those that get letters. */
  readonly texts: number;
  readonly retired: readonly string[];
  /** Older keys that stay: a process may still hold them, or rows came under them meanwhile. */
  readonly kept: readonly string[];
}

/** Puts a new key of personal data in the place of the one before, while everything runs on. */
@Injectable()
export class RotateKeys {
  constructor(
    @Inject(KEY_RING_FILE) private readonly file: KeyRingFile,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly resealing: Resealing,
    private readonly accounts: SealedAccounts,
    private readonly records: RotationRecords,
  ) {}

  /** Killed at any moment, nothing is lost: the next call finishes the rotation instead of beginning another. */
  async execute({ withoutNewKey = false, progress }: RotateKeysInput, actor: Actor): Promise<RotatedKeys> {
    const isNew = !withoutNewKey && !isHalfRotated(this.file.look().keys, await this.resealing.keysInUse());
    if (isNew) this.file.add(this.clock.now());
    const keyId = this.file.look().keys.at(-1)?.id ?? '';
    const factors = await this.accounts.reseal(keyId);
    const files = await this.resealing.resealFiles(keyId);
    const resealed = await this.resealAll(keyId, progress);
    const texts = await this.resealing.resealTexts(keyId);
    const { keys } = this.file.look();
    const retired = retirableKeys(keys, await this.resealing.keysInUse(), this.clock.now());
    if (retired.length > 0) this.file.remove(retired);
    const kept = keys.slice(0, -1).flatMap(({ id }) => (retired.includes(id) ? [] : [id]));
    const rotated = { keyId, isNew, resealed, factors, texts, files, retired, kept };
    await this.records.add(rotated, actor);
    return rotated;
  }

  private async resealAll(keyId: string, progress: RotateKeysInput['progress']): Promise<number> {
    const all = await this.resealing.left(keyId);
    let done = 0;
    for (
      let batch = await this.resealing.reseal(keyId);
      batch;
      batch = await this.resealing.reseal(keyId, batch.last)
    ) {
      done += batch.count;
      progress?.(done, all);
    }
    return done;
  }
}
