import { describeSettings } from '#lib/settings';
import type { AddCommand, Call } from '../command-line/call.js';
import { faultLines } from '../command-line/fault-lines.js';
import { type Check, checks } from './checks.js';

export const addDoctor: AddCommand = (program, act) => {
  program
    .command('doctor')
    .description('Show what is configured and what is reachable; exit 1 when something needed is not')
    .action(act(doctor));
};

async function doctor({ settings, terminal }: Call): Promise<number> {
  terminal.line('Configured:');
  for (const [name, value] of Object.entries(describeSettings(settings))) terminal.line(`  ${name}: ${value}`);
  terminal.line('Reachable:');
  let faults = 0;
  for (const check of checks(settings)) {
    const { word, text } = await examined(check);
    if (word === 'FAULT') faults += 1;
    terminal.line(`  ${word.padEnd(5)} ${check.name}: ${text}`);
  }
  return faults === 0 ? 0 : 1;
}

async function examined({ examine, isNeeded }: Check): Promise<{ word: 'ok' | 'note' | 'FAULT'; text: string }> {
  try {
    return { word: 'ok', text: await examine() };
  } catch (error) {
    return { word: isNeeded ? 'FAULT' : 'note', text: faultLines(error).join(' ') };
  }
}
