import {
  type Acknowledgement,
  type Arrival,
  type HeldRemark,
  HoldRemark,
  SubmitRemark,
  type SubmitRemarkInput,
} from '#lib/discussion';
import { DomainError } from '#lib/kernel';
import { LoadGate, Proofs, RequestLimits, WaitLine } from '#lib/limits';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { isProgram, whenceOf } from '../limits/whence.js';
import { elapsedSinceArrival } from '../request/arrival-clock.js';

/** What comes with a remark that had to wait before. */
export interface Shown {
  readonly ticket?: string | undefined;
  /** JSON `{ challenge, solution }`. */
  readonly proof?: string | undefined;
}

/** When no turn was free. */
const ASK_AGAIN_SECONDS = 60;

/** Not taken yet: the same remark may be sent again with its ticket, and has then arrived at `arrivedAt`. */
export class RemarkHeld extends DomainError {
  constructor(
    readonly held: HeldRemark,
    readonly challenge: Awaited<ReturnType<Proofs['challenge']>>,
  ) {
    super('too-many-requests', 'send the same again with the ticket; it has arrived already', {
      ticket: held.ticket,
      arrivedAt: held.arrivedAt,
      waitSeconds: held.waitSeconds ?? ASK_AGAIN_SECONDS,
      challenge,
    });
  }
}

/** Whether remarks come at a pace at which they are taken as they come. */
@Injectable()
export class RemarkPace {
  constructor(
    private readonly limits: RequestLimits,
    private readonly gate: LoadGate,
  ) {}

  /** Counts one more. */
  admits(request: FastifyRequest): boolean {
    this.gate.count();
    if (isProgram(request)) return true;
    return this.limits.take('remark', whenceOf(request)) === undefined && !this.gate.isOn;
  }

  /** Counts one more by this ticket, which is worth no more than an address. @returns seconds to wait when it was too much */
  again(ticket: string): number | undefined {
    this.gate.count();
    return this.limits.take('remark', { sessionId: ticket });
  }
}

/**
 * REQ-47: the way of an online remark to its use case. Nobody is refused here for how many came from where: beyond the limit a
 * remark waits for its turn, and is none the later for it.
 */
@Injectable()
export class RemarkDoor {
  constructor(
    private readonly pace: RemarkPace,
    private readonly line: WaitLine,
    private readonly proofs: Proofs,
    private readonly hold: HoldRemark,
    private readonly submitRemark: SubmitRemark,
  ) {}

  /** @throws RemarkHeld, DomainError `too-many-requests` for a ticket shown too often, and whatever `SubmitRemark` throws */
  async submit(request: FastifyRequest, input: SubmitRemarkInput, shown: Shown): Promise<Acknowledgement> {
    const arrivedAt = await this.admit(request, input, shown);
    const arrival: Arrival = { elapsedMs: elapsedSinceArrival(request), ...(arrivedAt ? { arrivedAt } : {}) };
    return this.submitRemark.execute(input, arrival);
  }

  /** @returns the arrival of a remark that had to wait, undefined for one that goes straight in */
  private async admit(request: FastifyRequest, input: SubmitRemarkInput, { ticket, proof }: Shown) {
    const held = ticket && !isProgram(request) ? await this.hold.read(ticket, input) : undefined;
    if (held && (await this.isWorth(held, proof))) {
      this.countUse(request, held);
      return held.arrivedAt;
    }
    if (!held && this.pace.admits(request)) return undefined;
    request.isLimited = true;
    const again = held && held.waitSeconds !== null ? held : await this.stamp(request, input, held);
    throw new RemarkHeld(again, await this.proofs.challenge(again.ticket));
  }

  /** Of what opens the door; who comes too early loses nothing by it. */
  private countUse(request: FastifyRequest, { ticket }: HeldRemark): void {
    const waitSeconds = this.pace.again(ticket);
    if (waitSeconds === undefined) return;
    request.isLimited = true;
    throw new DomainError('too-many-requests', 'the ticket was shown too often; nothing was done', {
      action: 'remark',
      waitSeconds,
    });
  }

  private async isWorth({ ticket, waitSeconds }: HeldRemark, proof?: string): Promise<boolean> {
    return waitSeconds === 0 || (proof ? this.proofs.isProof(proof, ticket) : false);
  }

  private async stamp(request: FastifyRequest, input: SubmitRemarkInput, held?: HeldRemark): Promise<HeldRemark> {
    const waitSeconds = await this.line.turn(request.ip);
    const arrival = { elapsedMs: elapsedSinceArrival(request), ...(held ? { arrivedAt: held.arrivedAt } : {}) };
    return this.hold.execute(input, arrival, waitSeconds);
  }
}
