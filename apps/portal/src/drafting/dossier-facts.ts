import { type OutagesOfDiscussion, OutagesWithin, PlacementObstacles, type PlacementRefusal } from '#lib/discussion';
import { type Dossier, type DraftReadout, DraftTexts, awaitsPlacement } from '#lib/drafting';
import type { Actor } from '#lib/kernel';
import { type VisibleVersion, VisibleVersions } from '#lib/reports';
import type { ProcedureProfile } from '#lib/time-limits';
import { Injectable } from '@nestjs/common';

/** What is read of a dossier for its page. */
export interface DossierReading {
  readonly draft: DraftReadout | null;
  readonly versions: readonly VisibleVersion[];
  readonly outages: OutagesOfDiscussion | undefined;
  /** What is in the way of the placement; null where the draft is not to be placed any more. */
  readonly obstacles: readonly PlacementRefusal[] | null;
}

@Injectable()
export class DossierFacts {
  constructor(
    private readonly texts: DraftTexts,
    private readonly versions: VisibleVersions,
    private readonly outages: OutagesWithin,
    private readonly obstacles: PlacementObstacles,
  ) {}

  async of({ id, state, latestVersion }: Dossier, profile: ProcedureProfile, actor: Actor): Promise<DossierReading> {
    return {
      draft: latestVersion ? await this.texts.byVersion(latestVersion.id) : null,
      versions: await this.versions.of(id, actor),
      outages: await this.outages.ofProcedure(id),
      obstacles: awaitsPlacement(state) ? await this.obstacles.of(id, profile) : null,
    };
  }
}
