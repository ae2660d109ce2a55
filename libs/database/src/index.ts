export { DatabaseModule } from './database.module.js';
export { Acting } from './acting.js';
export { Database } from './database.js';
export { Transaction, Transactions, type Queryable } from './transactions.js';
export { createDataSource, type DataSourceOptionsForTalqy } from './data-source.js';
export { migrate, pendingMigrations, revertAll, revertDownTo } from './migrate.js';
export { isUniqueViolation, isLockTimeout, isConnectionLost, sqlState } from './sql-state.js';
export { patternWithin } from './pattern-within.js';
export { TalqyNaming } from './naming.js';
