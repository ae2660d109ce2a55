import type { Queryable } from '#lib/database';
import { namedVersions } from '../persistence/named-versions.js';
import { LabelReader, type NamedVersion } from '../workbook/clause-labels.js';
import type { RowState } from './row-state.js';

/** Readers of clause labels, each by the version of the draft that its sheet was exported with. */
export class LabelReaders {
  private readonly readers = new Map<string, LabelReader>();
  /** Lineage ids of every version that was read. */
  readonly clauses: ReadonlySet<string>;

  private constructor(private readonly versions: readonly NamedVersion[]) {
    this.clauses = new Set(versions.flatMap(({ clauses }) => clauses.map(({ lineageId }) => lineageId)));
  }

  static async of(q: Queryable, procedureId: string, states: readonly RowState[]): Promise<LabelReaders> {
    const newest = Math.max(0, ...new Set(states.map(({ draftVersion }) => draftVersion)));
    return new LabelReaders(await namedVersions(q, procedureId, { upTo: newest }));
  }

  for({ draftVersion, language }: RowState): LabelReader {
    const key = `${draftVersion} ${language}`;
    const known = this.readers.get(key);
    if (known) return known;
    const reader = new LabelReader(
      this.versions.filter(({ version }) => version <= draftVersion),
      language,
    );
    this.readers.set(key, reader);
    return reader;
  }
}
