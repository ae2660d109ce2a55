import { DropExpiredAddresses } from '#lib/discussion';
import { DropUnclaimedFiles } from '#lib/files';
import { RemoveExpiredSenders } from '#lib/reports';
import { Injectable } from '@nestjs/common';

/** Uploads nobody claimed, addresses whose mailbox did not answer, senders whose time is over. */
@Injectable()
export class RemoveWhatExpired {
  constructor(
    private readonly dropUnclaimedFiles: DropUnclaimedFiles,
    private readonly dropExpiredAddresses: DropExpiredAddresses,
    private readonly removeExpiredSenders: RemoveExpiredSenders,
  ) {}

  async run(): Promise<void> {
    await this.dropUnclaimedFiles.execute();
    await this.dropExpiredAddresses.execute();
    await this.removeExpiredSenders.execute();
  }
}
