import type { Queryable, Transaction } from '#lib/database';
import { FileNotFound, StoredFiles } from '#lib/files';
import { type Actor, DomainError, type Instant, isId } from '#lib/kernel';
import { actorLabel } from '#lib/ledger';
import { Injectable } from '@nestjs/common';
import type { EntryState } from '../domain/entry-lifecycle.js';
import type { LetterArrival } from '../domain/letter-arrival.js';
import { letterWords } from '../domain/letter-words.js';
import type { EntryChannel, ReceivedLetter } from '../domain/received-entry.js';
import type { RemarkContent } from '../domain/remark-content.js';
import type { Sender } from '../domain/sender.js';
import { attachmentRefused } from '../intake/intake-queries.js';
import { EntryNotFound } from '../domain/refusals.js';
import { Senders } from '../sealing/senders.js';

export interface NewEntry {
  readonly id: string;
  readonly discussionId: string;
  readonly letter: ReceivedLetter;
  readonly arrival: LetterArrival;
  /** The instant by which it is on time or late. */
  readonly decisiveAt: Instant;
  readonly enteredAt: Instant;
  readonly backdatedDays: number;
  readonly needsSecondOfficer: boolean;
}

export interface LockedEntry {
  readonly id: string;
  readonly discussionId: string;
  readonly state: EntryState;
  readonly channel: EntryChannel;
  readonly registration: string;
  readonly arrivedAt: Instant;
  readonly backdatedDays: number;
  readonly needsSecondOfficer: boolean;
  readonly enteredBy: string;
  readonly content: RemarkContent | null;
  readonly sender: Sender | null;
  readonly attachments: readonly string[];
}

/** What an entry became (R8.4): a remark, or a late arrival with the number of its refusal notice. */
export interface EntryOutcome {
  readonly verdict: 'ON_TIME' | 'LATE';
  readonly id: string;
  readonly number: string;
  readonly receivedAt: Instant;
  readonly closeAt: Instant | null;
}

@Injectable()
export class Entries {
  constructor(
    private readonly files: StoredFiles,
    private readonly senders: Senders,
  ) {}

  /**
   * Writes an entry and makes its files its own.
   * @param claimed scans that entries made together share; who claims one adds it
   * @returns false when this very entry was written before, by the same official
   * @throws DomainError `conflict` when the same letter is entered already, `attachment-refused`
   */
  async add(tx: Transaction, entry: NewEntry, claimed: Set<string>, actor: Actor): Promise<boolean> {
    const { letter, arrival } = entry;
    const fingerprint = this.senders.digest('letter', letterWords(letter, arrival));
    const [added] = await tx.query(insertSql, [
      entry.id,
      entry.discussionId,
      letter.channel,
      letter.registration.trim(),
      arrival.day,
      entry.decisiveAt,
      arrival.precision,
      arrival.postmarkDay,
      JSON.stringify(letter.content),
      fingerprint,
      letter.noScanReason?.trim() ?? null,
      entry.backdatedDays,
      entry.needsSecondOfficer,
      actorLabel(actor),
      entry.enteredAt,
    ]);
    if (!added) return this.assertSame(tx, entry, fingerprint, actor);
    await this.senders.add(tx, entry.id, letter.sender);
    const { scans = [], attachments = [] } = letter;
    await this.claim(
      tx,
      'SCAN',
      scans.filter((id) => !claimed.has(id)),
    );
    for (const id of scans) claimed.add(id);
    await this.claim(tx, 'ATTACHMENT', attachments);
    await keepFiles(tx, entry.id, 'SCAN', scans);
    await keepFiles(tx, entry.id, 'ATTACHMENT', attachments);
    return true;
  }

  private async assertSame(tx: Transaction, entry: NewEntry, fingerprint: string, actor: Actor): Promise<false> {
    const [standing] = await tx.query<{ id: string; enteredBy: string }>(
      `select id, entered_by as "enteredBy" from received_entry
        where discussion_id = $1 and content_sha256 = decode($2, 'hex') and state <> 'REFUSED'`,
      [entry.discussionId, fingerprint],
    );
    if (standing?.id === entry.id && standing.enteredBy === actorLabel(actor)) return false;
    throw new DomainError('conflict', 'the same letter with the same arrival is entered already', {
      entryId: standing?.id ?? null,
      registration: entry.letter.registration.trim(),
    });
  }

  private async claim(tx: Transaction, purpose: 'SCAN' | 'ATTACHMENT', ids: readonly string[]): Promise<void> {
    await this.files.claim(tx, ids, purpose).catch((error: unknown) => {
      throw error instanceof FileNotFound ? attachmentRefused() : error;
    });
  }

  /** The entry, with nobody else settling it. @throws EntryNotFound also when it belongs to another discussion */
  async lock(tx: Transaction, discussionId: string, id: string): Promise<LockedEntry> {
    const [entry] = isId(id) ? await tx.query<Omit<LockedEntry, 'sender'>>(lockSql, [id, discussionId]) : [];
    if (!entry) throw new EntryNotFound();
    return { ...entry, sender: (await this.senders.of(tx, id)) ?? null };
  }

  /** The entry is a remark or a late arrival from now on; its words and sender live there. */
  async confirm(tx: Transaction, id: string, actor: Actor, became: { verdict: string; id: string }): Promise<void> {
    await tx.query(
      `update received_entry set state = 'CONFIRMED', settled_by = $2, settled_at = clock_timestamp(), content = null,
         remark_id = $3, late_arrival_id = $4 where id = $1`,
      [
        id,
        actorLabel(actor),
        became.verdict === 'LATE' ? null : became.id,
        became.verdict === 'LATE' ? became.id : null,
      ],
    );
    await this.senders.remove(tx, id);
  }

  async refuse(tx: Transaction, id: string, actor: Actor, reason: string): Promise<void> {
    await tx.query(
      `update received_entry set state = 'REFUSED', settled_by = $2, settled_at = clock_timestamp(), refusal_reason = $3
        where id = $1`,
      [id, actorLabel(actor), reason],
    );
  }

  /** Whether another letter of the discussion goes by the same registration number: a warning, not a refusal. */
  async repeatsRegistration(q: Queryable, id: string): Promise<boolean> {
    const [repeated] = await q.query(
      `select from received_entry e join received_entry o on o.discussion_id = e.discussion_id
          and o.registration = e.registration and o.id <> e.id and o.state <> 'REFUSED' where e.id = $1 limit 1`,
      [id],
    );
    return repeated !== undefined;
  }

  /** What a confirmed entry became; undefined for any other. */
  async outcomeOf(q: Queryable, id: string): Promise<EntryOutcome | undefined> {
    const [outcome] = await q.query<EntryOutcome>(outcomeSql, [id]);
    return outcome;
  }
}

async function keepFiles(
  tx: Transaction,
  entryId: string,
  purpose: 'SCAN' | 'ATTACHMENT',
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  if (new Set(ids).size < ids.length) throw attachmentRefused();
  await tx.query(
    `insert into received_entry_file (entry_id, purpose, position, file_id)
     select $1, $2, f.position, f.file_id from unnest($3::uuid[]) with ordinality as f (file_id, position)`,
    [entryId, purpose, ids],
  );
}

const insertSql = `
  insert into received_entry (id, discussion_id, channel, registration, arrival_day, arrived_at, arrival_precision,
    postmark_day, content, content_sha256, no_scan_reason, backdated_days, needs_second_officer, state, entered_by, entered_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, decode($10, 'hex'), $11, $12, $13, 'ENTERED', $14, $15)
  on conflict do nothing returning id`;

const lockSql = `
  select e.id, e.discussion_id as "discussionId", e.state, e.channel, e.registration, e.arrived_at as "arrivedAt",
         e.backdated_days as "backdatedDays", e.needs_second_officer as "needsSecondOfficer", e.entered_by as "enteredBy",
         e.content,
         array(select f.file_id::text from received_entry_file f
                where f.entry_id = e.id and f.purpose = 'ATTACHMENT' order by f.position) as attachments
    from received_entry e where e.id = $1 and e.discussion_id = $2 for update`;

const outcomeSql = `
  select case when r.id is null then 'LATE' else 'ON_TIME' end as verdict, coalesce(r.id, l.id) as id,
         coalesce(r.number, l.number) as number, coalesce(r.received_at, l.received_at) as "receivedAt",
         case when r.id is null then l.close_at else r.close_at end as "closeAt"
    from received_entry e
    left join remark r on r.id = e.remark_id
    left join late_arrival l on l.id = e.late_arrival_id
   where e.id = $1 and e.state = 'CONFIRMED'`;
