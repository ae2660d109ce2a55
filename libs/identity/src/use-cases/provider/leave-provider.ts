import { Injectable } from '@nestjs/common';
import { OfficialsProvider } from '../../provider/officials-provider.js';
import { ProviderUnavailable } from '../../provider/provider-refusals.js';
import { SendersProvider } from '../../provider/senders-provider.js';

/** The end of the provider's own session with somebody who has left here. */
@Injectable()
export class LeaveProvider {
  constructor(
    private readonly officials: OfficialsProvider,
    private readonly senders: SendersProvider,
  ) {}

  /**
   * Where an official goes on to.
   * @param state comes back from there
   * @returns undefined where no provider is named, none is left by this way, or it does not answer: nobody stays for that
   */
  ofOfficials(state: string): Promise<URL | undefined> {
    return addressOf(this.officials, state);
  }

  /** The same of somebody who was confirmed as the sender of a remark. */
  ofSenders(state: string): Promise<URL | undefined> {
    return addressOf(this.senders, state);
  }
}

async function addressOf(provider: OfficialsProvider | SendersProvider, state: string): Promise<URL | undefined> {
  if (provider.name === undefined) return undefined;
  try {
    return await provider.open.leaveAddress(state);
  } catch (error) {
    if (error instanceof ProviderUnavailable) return undefined;
    throw error;
  }
}
