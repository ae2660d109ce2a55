import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LedgerEntryEntity } from './persistence/ledger-entry.entity.js';
import { LedgerVerificationEntity } from './persistence/ledger-verification.entity.js';
import { LedgerEntries } from './queries/ledger-entries.js';
import { Verifications } from './queries/verifications.js';
import { VerifyLedger } from './queries/verify-ledger.js';
import { CheckChain } from './use-cases/check-chain.js';
import { Ledger } from './use-cases/record-act.js';
import { SealLedger } from './use-cases/seal-ledger.js';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([LedgerEntryEntity, LedgerVerificationEntity])],
  providers: [Ledger, SealLedger, LedgerEntries, VerifyLedger, Verifications, CheckChain],
  exports: [Ledger, SealLedger, LedgerEntries, Verifications, CheckChain],
})
export class LedgerModule {}
