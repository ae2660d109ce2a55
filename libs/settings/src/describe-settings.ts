import type { Settings } from './settings.js';

/** The settings as lines an operator may paste into a letter: no secret, no password. */
export function describeSettings(settings: Settings): Record<string, string> {
  return Object.fromEntries(
    Object.entries({ ...settings }).map(([name, value]: [string, Shown]) => [name, shown(name, value)]),
  );
}

type Shown = Settings[keyof Settings];

function shown(name: string, value: Shown): string {
  if (value === undefined) return 'not set';
  if (name === 'secret') return 'set, not shown';
  const text = Array.isArray(value) ? value.join(', ') || 'none' : String(value);
  return text.replace(/^([a-z]+:\/\/[^/@\s]*?):[^@\s]*@/, '$1:***@');
}
