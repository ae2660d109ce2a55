import { RaiseAlarms } from '#lib/security-events';
import { Injectable } from '@nestjs/common';
import { ScannerWatch } from './files/scanner-watch.js';
import { ChainWatch } from './ledger/chain-watch.js';
import { IntakeProbe } from './intake/intake-probe.js';
import { OutboxWatch } from './outbox/outbox-watch.js';

/** What a worker keeps an eye on, and tells of. */
@Injectable()
export class Lookouts {
  constructor(
    readonly outbox: OutboxWatch,
    readonly intake: IntakeProbe,
    readonly scanner: ScannerWatch,
    readonly security: RaiseAlarms,
    readonly chain: ChainWatch,
  ) {}
}
