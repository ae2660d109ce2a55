import { DropExpiredAddresses } from '#lib/discussion';
import { DropUnclaimedFiles } from '#lib/files';
import { DropExpiredSubscriptions } from '#lib/notifications';
import { RemoveExpiredSenders } from '#lib/reports';
import { Injectable } from '@nestjs/common';

/** Uploads nobody claimed, addresses whose mailbox did not answer or that get no letter any more, senders whose time is over. */
@Injectable()
export class RemoveWhatExpired {
  constructor(
    private readonly dropUnclaimedFiles: DropUnclaimedFiles,
    private readonly dropExpiredAddresses: DropExpiredAddresses,
    private readonly dropExpiredSubscriptions: DropExpiredSubscriptions,
    private readonly removeExpiredSenders: RemoveExpiredSenders,
  ) {}

  async run(): Promise<void> {
    await this.dropUnclaimedFiles.execute();
    await this.dropExpiredAddresses.execute();
    await this.dropExpiredSubscriptions.execute();
    await this.removeExpiredSenders.execute();
  }
}
