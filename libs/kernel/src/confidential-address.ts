import { isThisHost } from './this-host.js';

/** https, or http that stays within this host: what goes there cannot be read or changed on the way. */
export function isConfidentialAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || (protocol === 'http:' && isThisHost(hostname));
}
