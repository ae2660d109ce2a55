import { Database } from '#lib/database';
import type { Actor, Instant } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import type { ChainFault, KnownHead, Verdict } from '../domain/verdict.js';
import { assertMayReadLedger } from './may-read.js';

/** A verification that was made. */
export interface Verification extends Omit<Verdict, 'pending'> {
  readonly id: string;
  readonly at: Instant;
  /** As `actorLabel` writes it. */
  readonly actor: string;
}

interface Row extends Omit<Verification, 'broken'> {
  readonly fault: ChainFault | null;
  readonly brokenAt: number | null;
  readonly brokenId: string | null;
}

const IS_DUE = `
  select exists (select from ledger_entry where sequence is not null)
     and not exists (select from ledger_verification where at > clock_timestamp() - interval '1 day') as due`;

/** What verifications of the chain found. */
@Injectable()
export class Verifications {
  constructor(private readonly database: Database) {}

  /** null before the first. @throws DomainError `not-allowed` unless an administrator or the system asks */
  async last(actor: Actor): Promise<Verification | null> {
    assertMayReadLedger(actor);
    const [row] = await this.database.query<Row>(
      `select id, at, actor, entries, encode(head, 'hex') as head, fault, broken_at as "brokenAt", broken_id as "brokenId"
         from ledger_verification order by at desc, id desc limit 1`,
    );
    if (!row) return null;
    const { fault, brokenAt, brokenId, ...made } = row;
    return { ...made, broken: fault && brokenAt !== null ? { sequence: brokenAt, id: brokenId, fault } : null };
  }

  /** Where the chain was last found whole: from then on it goes through that hash. */
  async knownHead(): Promise<KnownHead | undefined> {
    const [row] = await this.database.query<KnownHead>(
      `select entries, encode(head, 'hex') as head from ledger_verification
        where fault is null and entries > 0 order by at desc, id desc limit 1`,
    );
    return row;
  }

  /** Whether a day has passed since the last one, by the database's clock; never of a ledger nothing is sealed in. */
  async isDue(): Promise<boolean> {
    const [row] = await this.database.query<{ due: boolean }>(IS_DUE);
    return row?.due ?? false;
  }
}
