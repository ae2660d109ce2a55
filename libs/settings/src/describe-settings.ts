import type { NamedProvider } from './provider-settings.js';
import type { NamedSendersProvider } from './senders-provider-settings.js';
import type { Settings } from './settings.js';

/** The settings as lines an operator may paste into a letter: no secret, no password. */
export function describeSettings(settings: Settings): Record<string, string> {
  return Object.fromEntries(
    Object.entries({ ...settings }).map(([name, value]: [string, Shown]) => [name, shown(name, value)]),
  );
}

/** Of what a variable holds; what is made of several is not shown again. */
type Shown = Exclude<Settings[keyof Settings], NamedProvider | NamedSendersProvider>;

function shown(name: string, value: Shown): string {
  if (value === undefined) return 'not set';
  if (/secret$/i.test(name)) return 'set, not shown';
  const text = Array.isArray(value) ? value.join(', ') || 'none' : String(value);
  return text.replace(/^([a-z]+:\/\/[^/@\s]*?):[^@\s]*@/, '$1:***@');
}
