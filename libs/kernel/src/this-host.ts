import { isIP } from 'node:net';

/** Whether the host of an address, as `URL` has it, is this very machine: what goes there meets no network. */
export function isThisHost(hostname: string): boolean {
  const name = hostname.replace(/^\[|\]$/g, '').toLowerCase();
  return name === 'localhost' || name === '::1' || (isIP(name) === 4 && name.startsWith('127.'));
}
