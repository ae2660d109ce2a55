import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { isConfidentialAddress, limitedActions, securityKinds } from '#lib/kernel';

type Check = (value: unknown) => boolean;

/** An address with one of these schemes (`postgres:` …) and a host. */
export function isAddress(...schemes: string[]): Check {
  return (value) => {
    if (typeof value !== 'string' || !URL.canParse(value)) return false;
    const { protocol, hostname } = new URL(value);
    return schemes.includes(protocol) && hostname !== '';
  };
}

export function isIntegerIn(least: number, most: number): Check {
  return (value) => typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
}

export function isOneOf(...values: string[]): Check {
  return (value) => typeof value === 'string' && values.includes(value);
}

export function isAtLeast(length: number): Check {
  return (value) => typeof value === 'string' && value.length >= length;
}

/** A host name or an IP address, without a port. */
export const isHost: Check = (value) =>
  typeof value === 'string' && (isIP(value) !== 0 || /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(value));

/** `name@host` or `Name <name@host>`. */
export const isMailbox: Check = (value) =>
  typeof value === 'string' &&
  /^([^<>]*<)?[^\s<>@]+@[^\s<>@]+>?$/.test(value) &&
  value.includes('<') === value.includes('>');

/** IP addresses and ranges in CIDR form. */
export const isProxyList: Check = (value) => Array.isArray(value) && value.every(isNetwork);

function isNetwork(text: unknown): boolean {
  if (typeof text !== 'string') return false;
  const [address = '', bits, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}

/** `action:number` for actions that are limited. */
export const isRateList: Check = (value) =>
  Array.isArray(value) && value.every((text) => isPairOf(limitedActions, String(text)));

/** `kind:number` for kinds of security events, 0 for no alarm. */
export const isAlarmList: Check = (value) =>
  Array.isArray(value) &&
  value.every(
    (text) => isPairOf(securityKinds, String(text)) || isPairOf(securityKinds, String(text).replace(/:0$/, ':1')),
  );

function isPairOf(names: readonly string[], text: string): boolean {
  const [name = '', number = '', ...more] = text.split(':');
  return more.length === 0 && names.includes(name) && /^[1-9]\d{0,8}$/.test(number);
}

/** An address that nobody on the way can read or answer for. */
export const isConfidential: Check = (value) => typeof value === 'string' && isConfidentialAddress(value);

/** clamd by TCP, or by a socket of this host. */
export const isScannerAddress: Check = (value) =>
  isAddress('tcp:')(value) ||
  (typeof value === 'string' && /^unix:\/\/\/./.test(value) && URL.canParse(value) && new URL(value).host === '');

/** A file that can be read and holds whole certificates in PEM form, one at least. */
export const isCertificateFile: Check = (value) => {
  try {
    const blocks = readFileSync(String(value), 'latin1').match(
      /-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g,
    );
    return blocks !== null && blocks.every((block) => new X509Certificate(block).raw.length > 0);
  } catch {
    return false;
  }
};
