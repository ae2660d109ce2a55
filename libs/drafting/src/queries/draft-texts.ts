import { Database } from '#lib/database';
import { Injectable } from '@nestjs/common';
import type { DraftText } from '../domain/clause.js';
import { type DraftVersion, DraftVersions, type StoredClause } from '../persistence/draft-versions.js';

/** A version with its clauses in the order of the text. */
export interface DraftReadout extends DraftVersion {
  readonly clauses: readonly StoredClause[];
}

@Injectable()
export class DraftTexts {
  constructor(
    private readonly database: Database,
    private readonly versions: DraftVersions,
  ) {}

  /** The version with its clauses, as a page shows it. @throws NotFound */
  async byVersion(versionId: string): Promise<DraftReadout> {
    const version = await this.versions.byId(this.database, versionId);
    return { ...version, clauses: await this.versions.clausesOf(this.database, version.id) };
  }

  /** The version as a tree, for its canonical text and for comparison. @throws NotFound */
  async tree(versionId: string): Promise<DraftText> {
    const version = await this.versions.byId(this.database, versionId);
    return this.versions.textOf(this.database, version);
  }

  /** Every version of a dossier, oldest first. */
  versionsOf(procedureId: string): Promise<DraftVersion[]> {
    return this.versions.ofProcedure(this.database, procedureId);
  }
}
