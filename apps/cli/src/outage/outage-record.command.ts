import { RecordOutage } from '#lib/discussion';
import { type Instant, system } from '#lib/kernel';
import { readLocalTime, zonedText } from '#lib/time-limits';
import { type AddCommand, type Call, group } from '../command-line/call.js';
import { inContext } from '../command-line/context.js';
import { Refusal } from '../command-line/refusal.js';

interface Options {
  readonly from: string;
  readonly to: string;
  readonly note: string;
  readonly zone: string;
}

export const addOutageRecord: AddCommand = (program, act) => {
  group(program, 'outage', 'When remarks could not be sent')
    .command('record')
    .requiredOption('--from <time>', 'its start: 2026-11-20 10:00 in the zone, or with an offset')
    .requiredOption('--to <time>', 'its end, in the same form')
    .requiredOption('--note <text>', 'what failed, and how it is known')
    .option('--zone <zone>', 'of times without an offset', 'Asia/Almaty')
    .description('Record an outage that the probe did not see (REQ-26); it extends nothing by itself')
    .action(act(recordOutage));
};

async function recordOutage({ settings, terminal }: Call, { from, to, note, zone }: Options): Promise<void> {
  const [startedAt, endedAt] = [timeOf('--from', from, zone), timeOf('--to', to, zone)];
  const id = await inContext(settings, (context) =>
    context.get(RecordOutage).execute({ startedAt, endedAt, note }, system('cli')),
  );
  terminal.line(`Recorded the outage ${id}: ${zonedText(startedAt, zone)} to ${zonedText(endedAt, zone)}.`);
}

function timeOf(option: string, text: string, zone: string): Instant {
  try {
    return readLocalTime(text, zone);
  } catch {
    throw new Refusal(`${option} "${text}" is no time in ${zone}: write it like 2026-11-20 10:00.`);
  }
}
