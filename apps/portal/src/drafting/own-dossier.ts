import { type Dossier, Dossiers } from '#lib/drafting';
import { NotFound, requireOwnBody } from '#lib/identity';
import { Injectable } from '@nestjs/common';
import type { OfficerActor } from '../rights/person.js';

/** A dossier before its discussion is its body's own affair. */
@Injectable()
export class OwnDossier {
  constructor(private readonly dossiers: Dossiers) {}

  /** @throws NotFound also for another body's */
  async of(id: string, officer: OfficerActor): Promise<Dossier> {
    const dossier = await this.dossiers.byId(id);
    if (!dossier) throw new NotFound('procedure');
    requireOwnBody(officer, dossier.developer.id);
    return dossier;
  }
}
