import { fixedClock, systemClock } from '#lib/kernel';
import { type AddCommand, type Call, group } from '../command-line/call.js';
import { inContext } from '../command-line/context.js';
import { seedDemo } from './seed-demo.js';

export const addSeedDemo: AddCommand = (program, act) => {
  group(program, 'seed', 'Bring in invented data')
    .command('demo')
    .description('Four invented standards, from an open discussion to a published report; a second run changes nothing')
    .action(act(seed));
};

async function seed({ settings, terminal }: Call): Promise<void> {
  const now = systemClock.now();
  const clock = fixedClock(now);
  const done = await inContext(settings, (context) => seedDemo(context, { settings, now, clock }), clock);
  for (const line of done) terminal.line(`seeded ${line}`);
  terminal.line(done.length === 0 ? 'The demo was there already.' : 'The demo is there: `talqy demo show`.');
}
