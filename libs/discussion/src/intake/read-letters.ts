import { type Instant, isId } from '#lib/kernel';
import { profileById } from '#lib/time-limits';
import type { Fault } from '../domain/fault.js';
import { decisiveInstant, type LetterArrival, readArrival } from '../domain/letter-arrival.js';
import { letterFaults, type ReceivedLetter } from '../domain/received-entry.js';

export interface LetterToRead extends ReceivedLetter {
  readonly entryId?: string;
}

/** By what letters are read. */
export interface ReadingOfLetters {
  readonly zone: string;
  readonly profileId: string;
  /** Lineage ids of the version under discussion. */
  readonly clauses: ReadonlySet<string>;
  /** The moment of entry, by the database clock. */
  readonly enteredAt: Instant;
}

export interface ReadLetter {
  readonly letter: ReceivedLetter;
  readonly entryId: string | undefined;
  readonly faults: readonly Fault[];
  /** Null when the arrival cannot be read: a fault says why. */
  readonly arrival: LetterArrival | null;
  /** The instant by which it is on time or late; null with the arrival. */
  readonly decisiveAt: Instant | null;
}

/** Everything that is wrong with each letter, and when it came (REQ-41, REQ-42). */
export function readLetters(letters: readonly LetterToRead[], by: ReadingOfLetters): ReadLetter[] {
  const profile = profileById(by.profileId);
  return letters.map(({ entryId, ...letter }) => {
    const arrival = readArrival(letter.arrival, by);
    const faults: Fault[] = [...letterFaults(letter, by.clauses), ...(isRead(arrival) ? [] : arrival)];
    if (entryId !== undefined && !isId(entryId)) faults.push({ field: 'entryId', fault: 'malformed' });
    if (!isRead(arrival)) return { letter, entryId, faults, arrival: null, decisiveAt: null };
    return { letter, entryId, faults, arrival, decisiveAt: decisiveInstant(arrival, letter.channel, profile) };
  });
}

const isRead = (arrival: LetterArrival | readonly Fault[]): arrival is LetterArrival => 'arrivedAt' in arrival;
