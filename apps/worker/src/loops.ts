import { OutboxRelay } from '#lib/jobs';
import { SealLedger } from '#lib/ledger';
import { Injectable } from '@nestjs/common';
import { Every } from './every.js';
import { Heartbeat } from './heartbeat/heartbeat.js';
import { Lookouts } from './lookouts.js';
import { outboxRoutes } from './outbox/outbox-routes.js';
import { Reconciler } from './reconciler/reconciler.js';

const SECOND = 1_000;

/** What a worker does without being asked. Plain timers: a lost or doubled scheduler cannot stop them. */
@Injectable()
export class Loops {
  private readonly loops: readonly Every[];

  constructor(
    relay: OutboxRelay,
    ledger: SealLedger,
    reconciler: Reconciler,
    private readonly lookouts: Lookouts,
    private readonly heartbeat: Heartbeat,
  ) {
    this.loops = [
      new Every('Relay', SECOND / 4, () => relay.run(outboxRoutes)),
      new Every('Sequencer', SECOND, () => sealAll(ledger)),
      new Every('Reconciler', 15 * SECOND, () => reconciler.run()),
      new Every('Watch', 15 * SECOND, () => lookouts.outbox.look()),
      new Every('Security', 15 * SECOND, () => lookouts.security.look()),
      new Every('Probe', 30 * SECOND, () => lookouts.intake.look()),
      new Every('Chain', 60 * SECOND, () => lookouts.chain.look()),
      new Every('Scanner', 30 * SECOND, () => lookouts.scanner.look()),
      new Every('Heartbeat', 5 * SECOND, () => heartbeat.beat()),
    ];
  }

  start(): void {
    for (const loop of this.loops) loop.start();
  }

  async stop(): Promise<void> {
    this.lookouts.chain.stop();
    await Promise.all(this.loops.map((loop) => loop.stop()));
    await this.heartbeat.stop().catch(() => undefined);
  }
}

async function sealAll(ledger: SealLedger): Promise<void> {
  while ((await ledger.execute()) > 0);
}
