import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LedgerEntryEntity } from './persistence/ledger-entry.entity.js';
import { VerifyLedger } from './queries/verify-ledger.js';
import { Ledger } from './use-cases/record-act.js';
import { SealLedger } from './use-cases/seal-ledger.js';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([LedgerEntryEntity])],
  providers: [Ledger, SealLedger, VerifyLedger],
  exports: [Ledger, SealLedger, VerifyLedger],
})
export class LedgerModule {}
