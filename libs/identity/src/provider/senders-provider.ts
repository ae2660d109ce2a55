import { NotFound } from '../domain/rights.js';
import { OpenIdProvider, type ProviderSettings } from './open-id-provider.js';

export interface SendersProviderSettings extends ProviderSettings {
  readonly name: string;
}

/** The one provider that may confirm who sends a remark, when the settings name one. It opens no session. */
export class SendersProvider {
  private readonly client: OpenIdProvider | undefined;

  constructor(private readonly settings: SendersProviderSettings | undefined) {
    this.client = settings && new OpenIdProvider(settings);
  }

  /** Undefined when senders are named, not confirmed. */
  get name(): string | undefined {
    return this.settings?.name;
  }

  /** @throws NotFound when the settings name no provider */
  get open(): OpenIdProvider {
    if (!this.client) throw new NotFound('identity provider');
    return this.client;
  }
}
