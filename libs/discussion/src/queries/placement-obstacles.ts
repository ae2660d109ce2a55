import { Database } from '#lib/database';
import { Procedures } from '#lib/drafting';
import { CLOCK, type Clock } from '#lib/kernel';
import { isInForceAt, type ProcedureProfile } from '#lib/time-limits';
import { Inject, Injectable } from '@nestjs/common';
import type { PlacementRefusal } from '../domain/placement-guard.js';
import { PlaceableDrafts } from '../persistence/placeable-drafts.js';

/** What PlaceDraft would refuse, told before it is tried. */
@Injectable()
export class PlacementObstacles {
  constructor(
    private readonly database: Database,
    private readonly procedures: Procedures,
    private readonly drafts: PlaceableDrafts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Whose dossier it is is asked by the caller.
   * @param profile that of a placement today; when none is in force the last of its family that has begun, or else a shipped one
   * @throws NotFound
   */
  async of(procedureId: string, profile: ProcedureProfile): Promise<PlacementRefusal[]> {
    const procedure = await this.procedures.byId(this.database, procedureId);
    const areRulesInForce = isInForceAt(profile, this.clock.now());
    return (await this.drafts.refusals(this.database, procedure, { profile, areRulesInForce, closeAt: null })).refusals;
  }
}
