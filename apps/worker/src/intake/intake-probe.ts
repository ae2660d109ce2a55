import { isBlind, type ProbeAnswer, WatchIntake, type WatchStep } from '#lib/discussion';
import { CLOCK, type Clock } from '#lib/kernel';
import { askOutside, OutgoingFailed } from '#lib/outgoing';
import { Settings } from '#lib/settings';
import { Inject, Injectable, Logger } from '@nestjs/common';

const PATIENCE = { milliseconds: 10_000, bytes: 64 * 1024 };

/**
 * REQ-26: looks at the portal as a citizen reaches it, and has what it saw written down. It is no part of the portal, so it sees
 * when the portal is not there.
 */
@Injectable()
export class IntakeProbe {
  private readonly logger = new Logger('IntakeProbe');
  /** While the database is away, which is an outage too, what was seen is kept here; it is written when it is back. */
  private readonly unwritten: ProbeAnswer[] = [];
  private saidBlind = false;

  constructor(
    private readonly watch: WatchIntake,
    private readonly settings: Settings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** One look; nothing when the probe is off. */
  async look(): Promise<void> {
    if (this.settings.intakeProbe === 'off') return;
    const at = this.clock.now();
    this.unwritten.push({ at, isUp: await answers(`${this.settings.publicUrl}/health/ready`) });
    await this.write();
  }

  private async write(): Promise<void> {
    for (let next = this.unwritten[0]; next; next = this.unwritten[0]) {
      const step = await this.watch.execute(next);
      this.unwritten.shift();
      if (step) this.say(step);
    }
  }

  private say({ change, unwatchedSince, watch }: WatchStep): void {
    const { publicUrl } = this.settings;
    if (change.kind === 'began')
      this.logger.error({ msg: 'remarks cannot be sent', publicUrl, since: change.startedAt });
    if (change.kind === 'ended')
      this.logger.warn({ msg: 'remarks can be sent again', publicUrl, from: change.endedAt });
    if (unwatchedSince) {
      const hint = 'if remarks could not be sent meanwhile, record it: talqy outage record';
      this.logger.warn({ msg: 'the intake was not watched', from: unwatchedSince, until: watch.checkedAt, hint });
    }
    if (isBlind(watch) && !this.saidBlind) {
      this.saidBlind = true;
      this.logger.error({ msg: 'PUBLIC_URL has never answered from here: the intake is not watched', publicUrl });
    }
  }
}

/** Whether the portal answers, its database and tables with it. */
async function answers(address: string): Promise<boolean> {
  const asked = { url: new URL(address), method: 'GET', namedBy: 'configured', ...PATIENCE } as const;
  try {
    const { status } = await askOutside(asked);
    return status >= 200 && status < 300;
  } catch (error) {
    if (error instanceof OutgoingFailed) return false;
    throw error;
  }
}
