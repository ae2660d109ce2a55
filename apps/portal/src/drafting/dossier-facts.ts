import { type OutagesOfDiscussion, OutagesWithin } from '#lib/discussion';
import { type Dossier, type DraftReadout, DraftTexts } from '#lib/drafting';
import type { Actor } from '#lib/kernel';
import { type VisibleVersion, VisibleVersions } from '#lib/reports';
import { Injectable } from '@nestjs/common';

/** What is read of a dossier for its page. */
export interface DossierReading {
  readonly draft: DraftReadout | null;
  readonly versions: readonly VisibleVersion[];
  readonly outages: OutagesOfDiscussion | undefined;
}

@Injectable()
export class DossierFacts {
  constructor(
    private readonly texts: DraftTexts,
    private readonly versions: VisibleVersions,
    private readonly outages: OutagesWithin,
  ) {}

  async of({ id, latestVersion }: Dossier, actor: Actor): Promise<DossierReading> {
    return {
      draft: latestVersion ? await this.texts.byVersion(latestVersion.id) : null,
      versions: await this.versions.of(id, actor),
      outages: await this.outages.ofProcedure(id),
    };
  }
}
