import { NotFound } from '../domain/rights.js';
import type { ClaimRules } from '../domain/provider-claims.js';
import { OpenIdProvider, type ProviderSettings } from './open-id-provider.js';

export interface OfficialsProviderSettings extends ProviderSettings {
  /** As the buttons call it. */
  readonly name: string;
  readonly rules: ClaimRules;
}

/** The one provider that knows this installation's officials, when the settings name one. */
export class OfficialsProvider {
  private readonly client: OpenIdProvider | undefined;

  constructor(private readonly settings: OfficialsProviderSettings | undefined) {
    this.client = settings && new OpenIdProvider(settings);
  }

  /** Undefined when officials sign in here alone. */
  get name(): string | undefined {
    return this.settings?.name;
  }

  get issuer(): string | undefined {
    return this.settings?.issuer;
  }

  get rules(): ClaimRules {
    return this.settings?.rules ?? { secondFactor: [] };
  }

  /** @throws NotFound when the settings name no provider */
  get open(): OpenIdProvider {
    if (!this.client) throw new NotFound('identity provider');
    return this.client;
  }
}
