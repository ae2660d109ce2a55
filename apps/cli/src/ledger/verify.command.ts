import { VerifyLedger } from '#lib/ledger';
import type { AddCommand, Call } from '../command-line/call.js';
import { inContext } from '../command-line/context.js';

export const addVerify: AddCommand = (program, act) => {
  program
    .command('verify')
    .description('Walk the chain of the ledger and name the first broken row (REQ-115)')
    .action(act(verify));
};

async function verify({ settings, terminal }: Call): Promise<number> {
  const verdict = await inContext(settings, (app) => app.get(VerifyLedger).execute());
  if (!verdict.whole) {
    terminal.fault(`The ledger is broken at entry ${verdict.sequence} (id ${verdict.id}): ${verdict.fault}.`);
    return 1;
  }
  const waiting = verdict.pending === 0 ? '' : ` ${verdict.pending} entries are not chained yet; the worker does that.`;
  terminal.line(`The ledger is whole: ${verdict.entries} entries, head ${verdict.head}.${waiting}`);
  return 0;
}
