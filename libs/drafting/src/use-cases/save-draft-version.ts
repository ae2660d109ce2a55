import { type Transaction, Transactions } from '#lib/database';
import { requireOwnBody, requireRole } from '#lib/identity';
import { type Actor, CLOCK, type Clock, DomainError, isWritableText, type Multilingual, newId } from '#lib/kernel';
import { actorLabel, Ledger } from '#lib/ledger';
import { Inject, Injectable } from '@nestjs/common';
import type { DraftText } from '../domain/clause.js';
import { type DraftedClause, type DraftedClauseFault, draftedClauseFaults, partsOf } from '../domain/drafted-clause.js';
import { inheritedLineage } from '../domain/lineage.js';
import { assertMayDraft } from '../domain/procedure-lifecycle.js';
import { type DraftVersion, DraftVersions } from '../persistence/draft-versions.js';
import { type Procedure, Procedures } from '../persistence/procedures.js';
import { textHash } from '../text-hash.js';

export interface SaveDraftVersionInput {
  readonly procedureId: string;
  /** Heading of the text; the procedure's title when not given. */
  readonly title?: Multilingual;
  readonly clauses: readonly DraftedClause[];
  /** The number of the version the text began from, 0 for none: nothing is saved when another is the latest by now. */
  readonly basedOn?: number;
}

export interface SavedDraftVersion {
  readonly versionId: string;
  readonly version: number;
  /** Lower-case hex. */
  readonly textSha256: string;
  /** false: the text is that of the latest version, and no version was made. */
  readonly isNew: boolean;
}

/** `details.faults` names each faulty clause by its place in the list, from 1. */
export class DraftNotAText extends DomainError {
  constructor(faults: readonly DraftedClauseFault[]) {
    super('invalid-input', `the clauses are no text: ${faults.length} faults`, { faults });
  }
}

/** Somebody saved another version meanwhile. `details.latest` is its number, 0 when there is none. */
export class DraftMovedOn extends DomainError {
  constructor(latest: number) {
    super('conflict', `the latest version of the draft is another by now: ${latest}`, { latest });
  }
}

@Injectable()
export class SaveDraftVersion {
  constructor(
    private readonly transactions: Transactions,
    private readonly procedures: Procedures,
    private readonly versions: DraftVersions,
    private readonly ledger: Ledger,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Saves the text as the next version; a saved version is never edited. Clauses keep their lineage (REQ-24): the id given,
   * or that of the same clause in the version before. The first version takes the dossier from REGISTERED to DRAFTING.
   * @throws NotAllowed unless an officer or the system acts; NotFound for another body's dossier
   * @throws ProcedureNotInState while the text may not change (REQ-23); DraftNotAText; DraftMovedOn when it began from another
   *   version than the latest
   */
  execute(input: SaveDraftVersionInput, actor: Actor): Promise<SavedDraftVersion> {
    return this.transactions.run((tx) => this.within(tx, input, actor));
  }

  /** `execute` in the caller's transaction. */
  async within(tx: Transaction, input: SaveDraftVersionInput, actor: Actor): Promise<SavedDraftVersion> {
    requireRole(actor, 'officer');
    const procedure = await this.procedures.lock(tx, input.procedureId);
    requireOwnBody(actor, procedure.developerId);
    assertMayDraft(procedure.state);
    const latest = await this.versions.latest(tx, procedure.id);
    const earlier = latest && (await this.versions.textOf(tx, latest));
    const { title = procedure.title } = input;
    if (![title.kk, title.ru, title.en ?? ''].every(isWritableText))
      throw new DraftNotAText([{ fault: 'not-text', position: 0 }]);
    const draft = { title, parts: withLineage(input.clauses, earlier) };
    const textSha256 = textHash(draft);
    if (latest?.textSha256 === textSha256)
      return { versionId: latest.id, version: latest.version, textSha256, isNew: false };
    const number = latest?.version ?? 0;
    if (input.basedOn !== undefined && input.basedOn !== number) throw new DraftMovedOn(number);
    return this.add(tx, { procedure, draft, textSha256, number: number + 1 }, actor);
  }

  private async add(tx: Transaction, next: NextVersion, actor: Actor): Promise<SavedDraftVersion> {
    const { procedure, draft, textSha256, number } = next;
    const version: DraftVersion = {
      id: newId(),
      procedureId: procedure.id,
      version: number,
      title: draft.title,
      textSha256,
      frozenAt: null,
      createdBy: actorLabel(actor),
      createdAt: this.clock.now(),
    };
    await this.versions.insert(tx, version, draft);
    if (procedure.state === 'REGISTERED') await this.procedures.move(tx, procedure.id, 'DRAFTING');
    await this.ledger.record(tx, {
      actor,
      act: 'draft.version-created',
      subject: { kind: 'procedure', id: procedure.id },
      data: { versionId: version.id, version: number, textSha256 },
    });
    return { versionId: version.id, version: number, textSha256, isNew: true };
  }
}

interface NextVersion {
  readonly procedure: Procedure;
  readonly draft: DraftText;
  readonly textSha256: string;
  readonly number: number;
}

function withLineage(clauses: readonly DraftedClause[], earlier: DraftText | undefined): DraftText['parts'] {
  const provisional = clauses.map(({ lineageId }) => lineageId ?? newId());
  const provisionalAt = (index: number) => provisional[index] ?? '';
  const faults = draftedClauseFaults(clauses, provisionalAt);
  if (faults.length > 0) throw new DraftNotAText(faults);
  const given = new Set(clauses.map(({ lineageId }) => lineageId));
  const parts = partsOf(clauses, provisionalAt);
  const inherited = inheritedLineage(earlier?.parts ?? [], parts, ({ lineageId }) => given.has(lineageId));
  return partsOf(clauses, (index) => inherited.get(provisionalAt(index)) ?? provisionalAt(index));
}
