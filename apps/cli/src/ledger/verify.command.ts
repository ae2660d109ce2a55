import { system } from '#lib/kernel';
import { type ChainFault, CheckChain } from '#lib/ledger';
import type { AddCommand, Call } from '../command-line/call.js';
import { inContext } from '../command-line/context.js';

const faults: Readonly<Record<ChainFault, string>> = {
  missing: 'the entry before it is missing',
  order: 'it does not follow the entry before it',
  content: 'its content does not match its hash',
  rewritten: 'it had another hash when the chain was verified before',
  shorter: 'the chain ends before it, and did not when it was verified before',
};

export const addVerify: AddCommand = (program, act) => {
  program
    .command('verify')
    .description('Walk the chain of the ledger and name the first broken row (REQ-115)')
    .action(act(verify));
};

async function verify({ settings, terminal }: Call): Promise<number> {
  const verdict = await inContext(settings, (app) => app.get(CheckChain).execute(system('cli')));
  const { broken } = verdict;
  if (broken) {
    const entry = `${broken.sequence}${broken.id === null ? '' : ` (id ${broken.id})`}`;
    terminal.fault(`The ledger is broken at entry ${entry}: ${faults[broken.fault]}.`);
    return 1;
  }
  const waiting = verdict.pending === 0 ? '' : ` ${verdict.pending} entries are not chained yet; the worker does that.`;
  terminal.line(`The ledger is whole: ${verdict.entries} entries, head ${verdict.head}.${waiting}`);
  return 0;
}
