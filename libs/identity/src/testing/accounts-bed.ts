import { JobsModule } from '#lib/jobs';
import { LedgerModule } from '#lib/ledger';
import { startTestBed, type TestBed, testKeyFile } from '#lib/testing';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '../accounts.module.js';
import { insertBody, StateBodyTable } from './state-body-table.js';

export interface AccountsBed extends TestBed {
  /** A state body. */
  readonly bodyId: string;
}

/** Accounts of officials over a database of their own. */
export async function accountsBed(): Promise<AccountsBed> {
  const accounts = AccountsModule.forRoot({ keyFile: testKeyFile() });
  const bed = await startTestBed({
    imports: [accounts, JobsModule, LedgerModule, TypeOrmModule.forFeature([StateBodyTable])],
  });
  return { ...bed, bodyId: await insertBody(bed.database) };
}
