import { type DynamicModule, Module } from '@nestjs/common';
import { FactorCheck } from './factor-check.js';
import { IdentityModule } from './identity.module.js';
import { IdentityProof } from './identity-proof.js';
import { Sealing } from './sealing.js';
import { CompleteSignIn } from './use-cases/second-factor/complete-sign-in.js';
import { OfferFactor } from './use-cases/second-factor/offer-factor.js';
import { SetFactor } from './use-cases/second-factor/set-factor.js';
import { ConfirmIdentity } from './use-cases/sessions/confirm-identity.js';

export interface AccountsSettings {
  /** 64 hex digits each; the first seals, all open. */
  readonly sealingKeys: readonly string[];
}

const face = [CompleteSignIn, OfferFactor, SetFactor, ConfirmIdentity];

/** What needs a key from outside the database: second factors, and links on their way into a letter. */
@Module({})
export class AccountsModule {
  static forRoot({ sealingKeys }: AccountsSettings): DynamicModule {
    return {
      module: AccountsModule,
      global: true,
      imports: [IdentityModule],
      providers: [
        { provide: Sealing, useFactory: () => new Sealing(sealingKeys) },
        FactorCheck,
        IdentityProof,
        ...face,
      ],
      exports: face,
    };
  }
}
