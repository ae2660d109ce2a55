import type { Queryable, Transaction } from '#lib/database';
import { completenessFaults, type DraftVersion, DraftVersions, type Procedure } from '#lib/drafting';
import type { Language } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { type PlacementRefusal, placementRefusals } from '../domain/placement-guard.js';
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
    const { version, refusals } = await this.refusals(tx, procedure, languages);
    if (!version || refusals.length > 0) throw new PlacementRefused(refusals);
    await this.versions.freeze(tx, version.id);
    return version;
  }

  /** Why the latest version may not be placed yet; none = it may. */
  async refusals(
    q: Queryable,
    procedure: Procedure,
    languages: readonly Language[],
  ): Promise<{ readonly version: DraftVersion | undefined; readonly refusals: PlacementRefusal[] }> {
    const version = await this.versions.latest(q, procedure.id);
    const textFaults = version ? completenessFaults(await this.versions.textOf(q, version), languages) : null;
    const isNewStandard = procedure.kind === 'NEW_STANDARD';
    const hasRegisterEntry = procedure.serviceId !== null;
    return { version, refusals: placementRefusals({ isNewStandard, hasRegisterEntry, textFaults }) };
  }
}
