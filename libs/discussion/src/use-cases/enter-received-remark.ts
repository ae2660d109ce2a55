import { type Transaction, Transactions } from '#lib/database';
import { requireRole } from '#lib/identity';
import { type Actor, type Instant, newId } from '#lib/kernel';
import { Ledger } from '#lib/ledger';
import { daysBetween, localDayOf, profileById } from '#lib/time-limits';
import { Injectable } from '@nestjs/common';
import type { EntryState } from '../domain/entry-lifecycle.js';
import { isBeforeOpening } from '../domain/letter-arrival.js';
import type { ReceivedLetter } from '../domain/received-entry.js';
import { DiscussionNotOpen, RemarkNotAcceptable } from '../domain/refusals.js';
import { KnownDiscussions } from '../intake/known-discussions.js';
import { readLetters } from '../intake/read-letters.js';
import type { EntryOutcome, NewEntry } from '../persistence/entries.js';
import { EntryWriters } from '../persistence/entry-writers.js';
import type { LockedDiscussion } from '../persistence/locked-discussion.js';
import { RecordableDiscussions } from '../persistence/recordable-discussions.js';

export interface EnterReceivedRemarkInput extends ReceivedLetter {
  /** A new UUID of the caller's; sending the same entry under it again enters nothing and gives the same answer. */
  readonly entryId?: string;
}

export interface EnteredRemark {
  readonly entryId: string;
  readonly state: EntryState;
  /** What it became at once, where the profile asks for no second officer; null while it waits. */
  readonly outcome: EntryOutcome | null;
  /** A warning: another entry of this discussion has this registration number. */
  readonly isRegistrationRepeated: boolean;
}

type SoundLetter = Pick<NewEntry, 'letter' | 'arrival' | 'decisiveAt'> & { readonly entryId: string | undefined };

/** REQ-41, REQ-42, AMB-08: an official types in what came on paper, over the counter or by e-mail, also after the close. */
@Injectable()
export class EnterReceivedRemark {
  constructor(
    private readonly transactions: Transactions,
    private readonly discussions: RecordableDiscussions,
    private readonly known: KnownDiscussions,
    private readonly writers: EntryWriters,
    private readonly ledger: Ledger,
  ) {}

  /** @throws as `executeMany` */
  async execute(discussionId: string, letter: EnterReceivedRemarkInput, actor: Actor): Promise<EnteredRemark> {
    const [entered] = await this.executeMany(discussionId, [letter], actor);
    if (!entered) throw new Error('nothing was entered');
    return entered;
  }

  /**
   * All or none, in the order given. An entry waits for a second officer (`ConfirmEntry`) unless the profile of the discussion
   * asks for none; then it is confirmed here and now. Letters entered together may share a scan: one sheet with many remarks.
   * @throws RemarkNotAcceptable (faults carry the row), DiscussionNotFound, NotFound (another body's), DiscussionNotOpen (an
   *   arrival before the opening), DomainError `not-allowed`, `wrong-state` (considered already), `conflict` (the same letter
   *   with the same arrival is entered already), `attachment-refused`
   */
  executeMany(
    discussionId: string,
    letters: readonly EnterReceivedRemarkInput[],
    actor: Actor,
  ): Promise<EnteredRemark[]> {
    return this.transactions.run((tx) => this.within(tx, discussionId, letters, actor));
  }

  async within(
    tx: Transaction,
    discussionId: string,
    letters: readonly EnterReceivedRemarkInput[],
    actor: Actor,
  ): Promise<EnteredRemark[]> {
    requireRole(actor, 'officer');
    const discussion = await this.discussions.lock(tx, discussionId, actor);
    const { clauses } = await this.known.of(discussionId, tx);
    const enteredAt = await now(tx);
    const claimed = new Set<string>();
    const entered: EnteredRemark[] = [];
    for (const letter of soundLetters(letters, discussion, clauses, enteredAt)) {
      entered.push(await this.enter(tx, newEntry(letter, discussion, enteredAt), claimed, actor));
    }
    return entered;
  }

  private async enter(tx: Transaction, entry: NewEntry, claimed: Set<string>, actor: Actor): Promise<EnteredRemark> {
    const { entries, confirmation } = this.writers;
    const { id, discussionId, letter, arrival } = entry;
    if (await entries.add(tx, entry, claimed, actor)) {
      await this.ledger.record(tx, {
        actor,
        act: 'entry.made',
        subject: { kind: 'entry', id },
        data: {
          discussionId,
          channel: letter.channel,
          registration: letter.registration.trim(),
          arrivalDay: arrival.day,
          arrivedAt: entry.decisiveAt,
          precision: arrival.precision,
          postmarkDay: arrival.postmarkDay,
          backdatedDays: entry.backdatedDays,
          scans: letter.scans?.length ?? 0,
        },
      });
      if (!entry.needsSecondOfficer) {
        await confirmation.record(tx, await entries.lock(tx, discussionId, id), actor);
      }
    }
    const { state } = await entries.lock(tx, discussionId, id);
    const outcome = (await entries.outcomeOf(tx, id)) ?? null;
    return { entryId: id, state, outcome, isRegistrationRepeated: await entries.repeatsRegistration(tx, id) };
  }
}

/** The database clock: it decides when an entry was made, as it does for what comes on line. */
async function now(tx: Transaction): Promise<Instant> {
  const [row] = await tx.query<{ now: Instant }>('select clock_timestamp() as now');
  if (!row) throw new Error('the database has no time');
  return row.now;
}

/** All of them sound, or the refusal that names each fault with its row. */
function soundLetters(
  letters: readonly EnterReceivedRemarkInput[],
  discussion: LockedDiscussion,
  clauses: ReadonlySet<string>,
  enteredAt: Instant,
): SoundLetter[] {
  const { zone, profileId, id } = discussion;
  const read = readLetters(letters, { zone, profileId, clauses, enteredAt });
  const faults = read.flatMap((each, index) => each.faults.map((fault) => ({ ...fault, row: index + 1 })));
  if (faults.length > 0) throw new RemarkNotAcceptable(faults);
  const sound = read.flatMap(({ arrival, decisiveAt, ...each }) =>
    arrival && decisiveAt ? [{ ...each, arrival, decisiveAt }] : [],
  );
  if (sound.some(({ decisiveAt }) => isBeforeOpening(decisiveAt, discussion))) throw new DiscussionNotOpen(id);
  return sound;
}

const newEntry = (
  { entryId, letter, arrival, decisiveAt }: SoundLetter,
  { id: discussionId, zone, profileId }: LockedDiscussion,
  enteredAt: Instant,
): NewEntry => ({
  letter,
  arrival,
  decisiveAt,
  id: entryId ?? newId(),
  discussionId,
  enteredAt,
  backdatedDays: daysBetween(arrival.day, localDayOf(enteredAt, zone)),
  needsSecondOfficer: profileById(profileId).secondOfficer.entries,
});
