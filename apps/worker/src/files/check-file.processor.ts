import { CheckFile, checkFileJob, ScannerAway } from '#lib/files';
import type { LongProcessor } from '#lib/jobs';
import { Injectable, Logger } from '@nestjs/common';

@Injectable()
export class CheckFileProcessor implements LongProcessor<{ fileId: string }> {
  readonly job = checkFileJob;
  private readonly logger = new Logger('Files');

  constructor(private readonly checkFile: CheckFile) {}

  /** While the scanner is away the job is not done, and is asked for again every minute. */
  async work({ fileId }: { fileId: string }): Promise<boolean> {
    try {
      const outcome = await this.checkFile.execute(fileId);
      if (outcome === 'QUARANTINED' || outcome === 'NOT_SHOWN')
        this.logger.warn({ msg: 'file not shown', fileId, outcome });
      return true;
    } catch (error) {
      if (!(error instanceof ScannerAway)) throw error;
      this.logger.warn({ msg: 'file not scanned', fileId, why: error.message });
      return false;
    }
  }
}
