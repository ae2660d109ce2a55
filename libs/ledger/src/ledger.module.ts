import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LedgerEntryEntity } from './persistence/ledger-entry.entity.js';
import { LedgerEntries } from './queries/ledger-entries.js';
import { VerifyLedger } from './queries/verify-ledger.js';
import { Ledger } from './use-cases/record-act.js';
import { SealLedger } from './use-cases/seal-ledger.js';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([LedgerEntryEntity])],
  providers: [Ledger, SealLedger, LedgerEntries, VerifyLedger],
  exports: [Ledger, SealLedger, LedgerEntries, VerifyLedger],
})
export class LedgerModule {}
