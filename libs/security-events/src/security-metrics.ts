import { type SecurityKind, securityKinds } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Registry } from 'prom-client';

/** What a collector of Prometheus is told by this process. */
@Injectable()
export class SecurityMetrics {
  readonly registry = new Registry();
  private readonly events = new Counter({
    name: 'talqy_security_events_total',
    help: 'Events that concern security, by kind, in this process',
    labelNames: ['kind'],
    registers: [this.registry],
  });

  constructor() {
    // From the start: a kind that has not happened yet is 0, not absent.
    for (const kind of securityKinds) this.events.inc({ kind }, 0);
  }

  count(kind: SecurityKind, many: number): void {
    this.events.inc({ kind }, many);
  }

  /** Memory, event loop and the rest of the process too; for a process that is asked for its metrics. */
  watchProcess(): void {
    collectDefaultMetrics({ register: this.registry });
  }
}
