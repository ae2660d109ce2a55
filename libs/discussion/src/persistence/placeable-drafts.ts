import type { Transaction } from '#lib/database';
import { completenessFaults, DraftVersions, type Procedure } from '#lib/drafting';
import type { Language } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { placementRefusals } from '../domain/placement-guard.js';
import { PlacementRefused } from '../domain/refusals.js';

/** What is put under discussion: the latest version, whole, and immutable from now on (REQ-23). */
export interface FrozenDraft {
  readonly id: string;
  readonly version: number;
  readonly textSha256: string;
}

@Injectable()
export class PlaceableDrafts {
  constructor(private readonly versions: DraftVersions) {}

  /** @throws PlacementRefused naming every reason with its clause */
  async freeze(tx: Transaction, procedure: Procedure, languages: readonly Language[]): Promise<FrozenDraft> {
    const version = await this.versions.latest(tx, procedure.id);
    const textFaults = version ? completenessFaults(await this.versions.textOf(tx, version), languages) : null;
    const refusals = placementRefusals({
      isNewStandard: procedure.kind === 'NEW_STANDARD',
      hasRegisterEntry: procedure.serviceId !== null,
      textFaults,
    });
    if (!version || refusals.length > 0) throw new PlacementRefused(refusals);
    await this.versions.freeze(tx, version.id);
    return version;
  }
}
