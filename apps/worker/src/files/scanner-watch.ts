import { ScannerAway, VirusScanner } from '#lib/files';
import { Injectable, Logger } from '@nestjs/common';

/** Says in the log when the scanner stops answering and when it answers again; files wait meanwhile. */
@Injectable()
export class ScannerWatch {
  private readonly logger = new Logger('Files');
  /** `off` where no scanner is set up. */
  state: 'off' | 'up' | 'down' = 'off';

  constructor(private readonly scanner: VirusScanner) {}

  async look(): Promise<void> {
    if (!this.scanner.isOn) return;
    const before = this.state;
    try {
      await this.scanner.version();
      this.state = 'up';
      if (before === 'down') this.logger.warn({ msg: 'the virus scanner answers again' });
    } catch (error) {
      if (!(error instanceof ScannerAway)) throw error;
      this.state = 'down';
      if (before !== 'down') this.logger.error({ msg: 'uploads wait: the virus scanner is away', why: error.message });
    }
  }
}
