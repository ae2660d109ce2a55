import { OutboxAlarms } from '#lib/jobs';
import { Injectable, Logger } from '@nestjs/common';
import { outboxRoutes } from './outbox-routes.js';

/** Says in the log what stands still in the outbox until a person looks at it: once, and again whenever it has changed. */
@Injectable()
export class OutboxWatch {
  private readonly logger = new Logger('Outbox');
  private said = '[]';

  constructor(private readonly alarms: OutboxAlarms) {}

  async look(): Promise<void> {
    const alarms = await this.alarms.list(outboxRoutes);
    const found = JSON.stringify(alarms);
    if (found === this.said) return;
    this.said = found;
    for (const alarm of alarms) this.logger.error({ msg: 'the outbox needs a person', ...alarm });
  }
}
