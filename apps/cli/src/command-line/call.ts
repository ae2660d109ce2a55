import { loadSettings, type Settings } from '#lib/settings';
import type { Command } from 'commander';
import { faultLines } from './fault-lines.js';
import type { Terminal } from './terminal.js';

/** What every command is given. */
export interface Call {
  readonly settings: Settings;
  readonly terminal: Terminal;
}

/** Adds one command to the program; `act` turns its work into an action that never throws. */
export type AddCommand = (program: Command, act: Act) => void;

/** The work of a command: nothing or 0 when it was done, else its exit code. */
export type Work<Given extends unknown[]> = (call: Call, ...given: Given) => Promise<number | void>;

export type Act = <Given extends unknown[]>(work: Work<Given>) => (...given: Given) => Promise<void>;

export interface Surroundings {
  /** Instead of the environment of the process, in a test. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly terminal: Terminal;
}

/** Loads the settings, does the work, tells its faults as lines and notes the exit code. */
export function actIn({ env, terminal }: Surroundings, ended: (code: number) => void): Act {
  return (work) =>
    async (...given) => {
      try {
        ended((await work({ settings: loadSettings(env), terminal }, ...given)) ?? 0);
      } catch (error) {
        for (const line of faultLines(error)) terminal.fault(line);
        ended(1);
      }
    };
}

/** The command that carries others (`import`, `demo`), made when the first of them is added. */
export function group(program: Command, name: string, description: string): Command {
  return program.commands.find((command) => command.name() === name) ?? program.command(name).description(description);
}
