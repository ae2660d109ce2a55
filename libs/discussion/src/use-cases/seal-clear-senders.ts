import { Injectable } from '@nestjs/common';
import { Resealing } from '../sealing/resealing.js';

/** Seals who sent what came before migration 37; `talqy migrate` does it before anything else runs. */
@Injectable()
export class SealClearSenders {
  constructor(private readonly resealing: Resealing) {}

  /** Killed half way it loses nothing: the next call goes on. @returns how many senders it sealed */
  async execute(): Promise<number> {
    let total = 0;
    for (let sealed = await this.resealing.sealClear(); sealed > 0; sealed = await this.resealing.sealClear()) {
      total += sealed;
    }
    return total;
  }
}
