import { performance } from 'node:perf_hooks';
import { Database } from '#lib/database';
import type { Instant } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import type { Arrival } from '../domain/acknowledgement.js';
import { ArrivalTickets, type TicketFacts } from '../intake/arrival-tickets.js';
import { TakableRemarks } from '../intake/takable-remarks.js';
import type { SubmitRemarkInput } from './submit-remark.js';

/** A remark that is not taken yet: its sender keeps the ticket and sends it again, with the remark as it was. */
export interface HeldRemark {
  readonly ticket: string;
  readonly arrivedAt: Instant;
  /** Seconds from now until the ticket is good without a proof, 0 when it is; null when nothing but a proof will do. */
  readonly waitSeconds: number | null;
}

/** Two thirds of a minute less than the trigger of `remark` allows an arrival to lie back. */
const GOOD_FOR = '14 minutes 20 seconds';
const CLOSE_HELD_FOR = '15 minutes';

type Told = TicketFacts & { readonly waitSeconds: number | null };

/** REQ-47: a remark that has to wait for its turn or its proof is stamped first and processed later. */
@Injectable()
export class HoldRemark {
  constructor(
    private readonly database: Database,
    private readonly takable: TakableRemarks,
    private readonly tickets: ArrivalTickets,
  ) {}

  /**
   * Notes when the remark arrived, by the database clock. When that lies within a quarter of an hour before the close, the state of
   * the discussion does not flip until the ticket has lost its worth; an arrival after the close stays one. What cannot be taken
   * is not held.
   * @param waitSeconds after which the ticket is good without a proof; null for never
   * @throws RemarkNotAcceptable, SignatureRefused, SenderNotConfirmed, DiscussionNotFound, DomainError `idempotency-key-invalid`, `attachment-refused`
   */
  async execute(input: SubmitRemarkInput, arrival: Arrival, waitSeconds: number | null): Promise<HeldRemark> {
    const completeAt = performance.now() - arrival.elapsedMs;
    await this.takable.of(input, arrival);
    const binding = await this.tickets.bindingOf(input);
    const { waitSeconds: wait, ...facts } = await this.stamp(input.discussionId, completeAt, arrival, waitSeconds);
    return { ticket: this.tickets.write(facts, binding), arrivedAt: facts.arrivedAt, waitSeconds: wait };
  }

  /** @returns what the ticket is worth now; undefined when it was not given for this very remark, or is too old */
  async read(ticket: string, input: SubmitRemarkInput): Promise<HeldRemark | undefined> {
    const facts = this.tickets.read(ticket, await this.tickets.bindingOf(input));
    if (!facts) return undefined;
    const [now] = await this.database.query<{ isGood: boolean; waitSeconds: number | null }>(
      `select clock_timestamp() < $1::timestamptz as "isGood",
              greatest(0, ceil(extract(epoch from $2::timestamptz - clock_timestamp())))::int as "waitSeconds"`,
      [facts.goodUntil, facts.readyAt],
    );
    if (!now?.isGood) return undefined;
    return { ticket, arrivedAt: facts.arrivedAt, waitSeconds: facts.readyAt === null ? null : now.waitSeconds };
  }

  /** One statement, so that its clock is the arrival's; the wait for a connection is over before the time is taken. */
  private stamp(id: string, completeAt: number, { arrivedAt }: Arrival, waitSeconds: number | null): Promise<Told> {
    return this.database.lend(async (client) => {
      const elapsed = Math.max(0, performance.now() - completeAt);
      const { rows } = await client.query<Told>(
        `with held as (
           select coalesce($3::timestamptz, statement_timestamp() - $2::float8 * interval '1 millisecond') as at
         ), closing as (
           update discussion d set held_until = d.close_at + interval '${CLOSE_HELD_FOR}' from held
            where d.id = $1 and d.state = 'OPEN' and held.at < d.close_at and d.close_at <= held.at + interval '${CLOSE_HELD_FOR}'
              and d.held_until is distinct from d.close_at + interval '${CLOSE_HELD_FOR}'
         )
         select at as "arrivedAt", at + interval '${GOOD_FOR}' as "goodUntil", $4::int as "waitSeconds",
                statement_timestamp() + $4::int * interval '1 second' as "readyAt" from held`,
        [id, elapsed, arrivedAt ?? null, waitSeconds],
      );
      const [told] = rows;
      if (!told) throw new Error('the database told no arrival');
      return told;
    });
  }
}
