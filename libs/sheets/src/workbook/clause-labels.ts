import { clauseNames, type StoredClause } from '#lib/drafting';
import { type Language, languages } from '#lib/kernel';
import { translator } from '#lib/localisation';
import { inOneForm } from './heading-key.js';

export interface NamedVersion {
  readonly version: number;
  readonly clauses: readonly Pick<StoredClause, 'lineageId' | 'kind' | 'level' | 'label' | 'text'>[];
}

const BETWEEN = '; ';

/**
 * The label of every clause by its lineage id, as pages name it, and each of them different: where two parts would be called the
 * same, the place in the text tells them apart. A clause that the newest of the versions no longer has goes by the version that
 * had it last.
 * @param versions the newest first
 */
export function clauseLabels(versions: readonly NamedVersion[], language: Language): ReadonlyMap<string, string> {
  const t = translator(language);
  const labels = new Map<string, string>();
  const taken = new Set<string>();
  for (const [age, { version, clauses }] of versions.entries()) {
    const names = clauseNames(clauses, language, t);
    for (const [index, { lineageId }] of clauses.entries()) {
      if (labels.has(lineageId)) continue;
      const name = (names.get(lineageId) ?? '').replaceAll(/\s*;\s*/g, ', ');
      const named = age === 0 ? name : t('sheet.clause-of-version', { clause: name, version });
      const label = taken.has(inOneForm(named)) ? `${named} ¶${index + 1}` : named;
      taken.add(inOneForm(label));
      labels.set(lineageId, label);
    }
  }
  return labels;
}

/** Labels as they stand in one cell. */
export const joinedLabels = (ids: readonly string[], labels: ReadonlyMap<string, string>): string =>
  ids.map((id) => labels.get(id) ?? id).join(BETWEEN);

/** Reads the labels of one cell, typed in any language, the one of the sheet first. */
export class LabelReader {
  private readonly ids: readonly ReadonlyMap<string, string>[];

  constructor(versions: readonly NamedVersion[], language: Language) {
    const inOrder = [language, ...languages.filter((each) => each !== language)];
    this.ids = inOrder.map(
      (each) => new Map([...clauseLabels(versions, each)].map(([id, label]) => [inOneForm(label), id])),
    );
  }

  /** Lineage ids in the order typed, each once, and the labels that name no clause. */
  read(text: string): { readonly ids: readonly string[]; readonly unknown: readonly string[] } {
    const typed = text
      .split(/[;\n]/)
      .map((label) => label.trim())
      .filter((label) => label !== '');
    const read = typed.map((label) => ({ label, id: this.idOf(label) }));
    return {
      ids: [...new Set(read.flatMap(({ id }) => id ?? []))],
      unknown: read.filter(({ id }) => id === undefined).map(({ label }) => label),
    };
  }

  private idOf(label: string): string | undefined {
    const form = inOneForm(label);
    return this.ids.map((known) => known.get(form)).find((id) => id !== undefined);
  }
}
