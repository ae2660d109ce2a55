import { Logger } from '@nestjs/common';

/** Runs `work` again and again with a pause between, never twice at once; a failure is logged and the next turn comes. */
export class Every {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly name: string,
    private readonly pauseMs: number,
    private readonly work: () => Promise<unknown>,
  ) {}

  start(): void {
    this.running = this.turn();
  }

  /** Resolves when the turn at work has ended. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private async turn(): Promise<void> {
    try {
      await this.work();
    } catch (error) {
      new Logger(this.name).error(error instanceof Error ? error.message : String(error));
    }
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.running = this.turn();
    }, this.pauseMs);
  }
}
