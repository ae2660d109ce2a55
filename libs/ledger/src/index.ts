export { LedgerModule } from './ledger.module.js';
export { actorLabel, entryHash, GENESIS, type LedgerAct, ledgerActs, type LedgerEntry } from './domain/entry.js';
export { Ledger, type Act } from './use-cases/record-act.js';
export { SealLedger } from './use-cases/seal-ledger.js';
export { type ActorKind, actorKinds, type EntryFilter } from './queries/entry-filter.js';
export { type ChainState, LedgerEntries, type ReadEntry } from './queries/ledger-entries.js';
export { VerifyLedger, type Verdict } from './queries/verify-ledger.js';
export { LedgerEntryEntity } from './persistence/ledger-entry.entity.js';
