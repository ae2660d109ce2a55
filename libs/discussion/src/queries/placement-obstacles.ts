import { Database } from '#lib/database';
import { Procedures } from '#lib/drafting';
import type { ProcedureProfile } from '#lib/time-limits';
import { Injectable } from '@nestjs/common';
import type { PlacementRefusal } from '../domain/placement-guard.js';
import { PlaceableDrafts } from '../persistence/placeable-drafts.js';

/** What PlaceDraft would refuse, told before it is tried. */
@Injectable()
export class PlacementObstacles {
  constructor(
    private readonly database: Database,
    private readonly procedures: Procedures,
    private readonly drafts: PlaceableDrafts,
  ) {}

  /**
   * Whose dossier it is is asked by the caller.
   * @param profile that of a placement today
   * @throws NotFound
   */
  async of(procedureId: string, profile: ProcedureProfile): Promise<PlacementRefusal[]> {
    const procedure = await this.procedures.byId(this.database, procedureId);
    return (await this.drafts.refusals(this.database, procedure, { profile, closeAt: null })).refusals;
  }
}
