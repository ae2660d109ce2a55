import type { Queryable } from '#lib/database';
import { type Actor, type Instant, isId } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import type { Fault } from '../domain/fault.js';
import { isBeforeOpening } from '../domain/letter-arrival.js';
import { letterWords } from '../domain/letter-words.js';
import type { ReceivedLetter } from '../domain/received-entry.js';
import { DiscussionNotOpen } from '../domain/refusals.js';
import { type ReadingOfLetters, type ReadLetter, readLetters } from '../intake/read-letters.js';
import { normalisedHash } from '../receipts.js';
import { Senders } from '../sealing/senders.js';
import { assertOwnDiscussion } from './own-discussion.js';

/** What would become of a letter that is not entered yet. */
export interface LetterLook {
  readonly faults: readonly Fault[];
  /** The entry that is this very letter: the same words, sender and arrival. It is not entered twice. */
  readonly entryId: string | null;
  /** Numbers of received remarks with the same words, the first three: a warning, another sender may say the same (REQ-44). */
  readonly sameWords: readonly string[];
  /** Registration numbers of letters with the same words that wait for the second officer, the first three. */
  readonly waiting: readonly string[];
}

@Injectable()
export class LettersToEnter {
  constructor(private readonly senders: Senders) {}

  /**
   * Looks at letters as `EnterReceivedRemark` would, and writes nothing.
   * @returns in the order given
   * @throws DomainError `not-found` for another body's discussion, DiscussionNotOpen for an arrival before the opening
   */
  async look(
    q: Queryable,
    discussionId: string,
    letters: readonly ReceivedLetter[],
    actor: Actor,
  ): Promise<LetterLook[]> {
    await assertOwnDiscussion(q, discussionId, actor);
    const by = await readingOf(q, discussionId);
    const read = readLetters(letters, by);
    if (read.some(({ decisiveAt }) => decisiveAt !== null && isBeforeOpening(decisiveAt, by))) {
      throw new DiscussionNotOpen(discussionId);
    }
    const sound = read.filter(({ faults }) => faults.length === 0);
    const fingerprint: Fingerprint = ({ letter, arrival }) =>
      arrival ? this.senders.digest('letter', letterWords(letter, arrival)) : undefined;
    const known = await knownOf(q, discussionId, sound, fingerprint);
    return read.map(({ letter, arrival, faults }) => ({
      faults,
      entryId: known.entries.get(fingerprint({ letter, arrival }) ?? '') ?? null,
      sameWords: known.remarks.get(normalisedHash(letter.content.text)) ?? [],
      waiting: known.waiting.get(letter.content.text) ?? [],
    }));
  }
}

/** By what the letters are read, and since when there was something to remark on. */
type Reading = ReadingOfLetters & { readonly openAt: Instant };

async function readingOf(q: Queryable, discussionId: string): Promise<Reading> {
  const [row] = await q.query<Omit<Reading, 'clauses'> & { clauses: string[] }>(
    `select d.zone, d.profile_id as "profileId", clock_timestamp() as "enteredAt", d.open_at as "openAt",
            array(select c.lineage_id::text from clause c where c.version_id = d.version_id) as clauses
       from discussion d where d.id = $1`,
    [isId(discussionId) ? discussionId : null],
  );
  if (!row) throw new Error('the discussion is gone');
  return { ...row, clauses: new Set(row.clauses) };
}

interface Known {
  readonly entries: ReadonlyMap<string, string>;
  readonly remarks: ReadonlyMap<string, readonly string[]>;
  readonly waiting: ReadonlyMap<string, readonly string[]>;
}

/** By which an entered letter is known again; undefined without a sound arrival. */
type Fingerprint = (letter: Pick<ReadLetter, 'letter' | 'arrival'>) => string | undefined;

async function knownOf(
  q: Queryable,
  discussionId: string,
  read: readonly ReadLetter[],
  fingerprint: Fingerprint,
): Promise<Known> {
  const arrived = read.flatMap((each) => fingerprint(each) ?? []);
  const texts = [...new Set(read.map(({ letter }) => letter.content.text))];
  const entries = await q.query<{ key: string; id: string }>(
    `select encode(content_sha256, 'hex') as key, id from received_entry
      where discussion_id = $1 and state <> 'REFUSED' and encode(content_sha256, 'hex') = any($2::text[])`,
    [discussionId, arrived],
  );
  const remarks = await q.query<{ key: string; numbers: string[] }>(
    `select encode(normalised_hash, 'hex') as key, (array_agg(number order by received_at, id))[1:3] as numbers from remark
      where discussion_id = $1 and state = 'RECEIVED' and normalised_hash = any(
        select decode(t.key, 'hex') from unnest($2::text[]) as t (key)) group by 1`,
    [discussionId, texts.map(normalisedHash)],
  );
  const waiting = await q.query<{ key: string; numbers: string[] }>(
    `select content->>'text' as key, (array_agg(registration order by entered_at, id))[1:3] as numbers from received_entry
      where discussion_id = $1 and state = 'ENTERED' and content->>'text' = any($2::text[]) group by 1`,
    [discussionId, texts],
  );
  const byKey = (rows: readonly { key: string; numbers: string[] }[]) =>
    new Map(rows.map(({ key, numbers }) => [key, numbers]));
  return {
    entries: new Map(entries.map(({ key, id }) => [key, id])),
    remarks: byKey(remarks),
    waiting: byKey(waiting),
  };
}
