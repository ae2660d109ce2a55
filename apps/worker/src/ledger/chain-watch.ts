import { Database } from '#lib/database';
import { system } from '#lib/kernel';
import { CheckChain, Verifications } from '#lib/ledger';
import { SecurityCounts } from '#lib/security-events';
import { Injectable, Logger } from '@nestjs/common';

const CHAIN_LOCK = 7103;
const verifier = system('worker');

/**
 * Verifies the chain of the ledger when a day has passed since the last time (REQ-115). One worker at a time; one that stops leaves the
 * chain half way, and keeps nothing of it.
 */
@Injectable()
export class ChainWatch {
  private readonly logger = new Logger('security');
  private readonly stopping = new AbortController();

  constructor(
    private readonly database: Database,
    private readonly verifications: Verifications,
    private readonly checkChain: CheckChain,
    private readonly securityCounts: SecurityCounts,
  ) {}

  async look(): Promise<void> {
    if (!(await this.verifications.isDue())) return;
    await this.database.lend(async (client) => {
      const { rows } = await client.query('select pg_try_advisory_lock($1) as mine', [CHAIN_LOCK]);
      if (!rows[0]?.mine) return;
      try {
        // Another worker may have done it since.
        if (await this.verifications.isDue()) await this.verify();
      } catch (error) {
        if (!this.stopping.signal.aborted) throw error;
      } finally {
        await client.query('select pg_advisory_unlock($1)', [CHAIN_LOCK]);
      }
    });
  }

  /** Ends a walk that is on its way. */
  stop(): void {
    this.stopping.abort(new Error('the worker stops'));
  }

  private async verify(): Promise<void> {
    const { broken } = await this.checkChain.execute(verifier, this.stopping.signal);
    if (!broken) return;
    this.securityCounts.add('ledger-broken');
    this.logger.error({ msg: 'ledger-broken', ...broken });
  }
}
