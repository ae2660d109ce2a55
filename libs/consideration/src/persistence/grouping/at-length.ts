import type { Transaction } from '#lib/database';

/** Lets the statements of this transaction take their time: half a million remarks may become one group. */
export async function patiently(tx: Transaction): Promise<void> {
  await tx.query(`set local statement_timeout = '1h'`);
}

/**
 * Lets the statements of this transaction take their time and memory: they are few, and about all remarks of a discussion. Of
 * tables filled a moment ago PostgreSQL has no statistics yet and would look up row by row.
 */
export async function atLength(tx: Transaction): Promise<void> {
  await patiently(tx);
  await tx.query(`set local work_mem = '64MB'`);
  await tx.query('set local enable_nestloop = off');
}
