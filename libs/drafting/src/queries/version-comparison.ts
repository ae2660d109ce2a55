import { Database } from '#lib/database';
import { Injectable } from '@nestjs/common';
import { compareVersions, type DraftComparison } from '../comparison/compare-versions.js';
import type { ClauseChoice } from '../domain/chosen-clauses.js';
import { partsOf } from '../domain/drafted-clause.js';
import { DraftVersions } from '../persistence/draft-versions.js';
import type { DraftReadout } from './draft-texts.js';

/** Two versions with their clauses, and what differs. */
export interface ComparedVersions {
  readonly from: DraftReadout;
  readonly to: DraftReadout;
  readonly comparison: DraftComparison;
}

@Injectable()
export class VersionComparison {
  constructor(
    private readonly database: Database,
    private readonly versions: DraftVersions,
  ) {}

  /**
   * Compares two versions of one dossier by their numbers; who may see them is asked by the caller.
   * @param choice the clauses told in words; every one when not given
   * @throws NotFound when the dossier has no such version
   */
  async of(procedureId: string, from: number, to: number, choice?: ClauseChoice): Promise<ComparedVersions> {
    const [earlier, later] = await Promise.all([this.read(procedureId, from), this.read(procedureId, to)]);
    return { from: earlier, to: later, comparison: compareVersions(textOf(earlier), textOf(later), choice) };
  }

  private async read(procedureId: string, number: number): Promise<DraftReadout> {
    const version = await this.versions.byNumber(this.database, procedureId, number);
    return { ...version, clauses: await this.versions.clausesOf(this.database, version.id) };
  }
}

const textOf = ({ title, clauses }: DraftReadout) => ({
  title,
  parts: partsOf(clauses, (index) => clauses[index]?.lineageId ?? ''),
});
