/** Where a request comes from, as wide as one household or office and as wide as one provider gives to one customer. */
export interface AddressBlocks {
  /** IPv4 /32, IPv6 /64. */
  readonly address: string;
  /** IPv4 /24, IPv6 /48. */
  readonly network: string;
}

const IPV4 = /^(\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}$/;

/** @param ip as the socket or a trusted proxy gives it; what is no address at all is a block of its own */
export function blocksOf(ip: string): AddressBlocks {
  const prefix = IPV4.exec(ip)?.[1];
  if (prefix !== undefined) return { address: ip, network: `${prefix}.0/24` };
  const groups = groupsOf(ip.split('%')[0] ?? '');
  if (!groups) return { address: ip, network: ip };
  // An IPv4 address that came through an IPv6 socket.
  if (groups.slice(0, 6).join(':') === '0:0:0:0:0:ffff') return blocksOf(ipv4Of(groups.slice(6)));
  return { address: `${groups.slice(0, 4).join(':')}::/64`, network: `${groups.slice(0, 3).join(':')}::/48` };
}

/** The eight groups of an IPv6 address, without leading zeros. */
function groupsOf(ip: string): string[] | undefined {
  const url = `http://[${ip}]`;
  if (!URL.canParse(url)) return undefined;
  const [head = '', tail] = new URL(url).hostname.slice(1, -1).split('::');
  const [before, after] = [head, tail ?? ''].map((part) => (part === '' ? [] : part.split(':')));
  const gap = 8 - (before?.length ?? 0) - (after?.length ?? 0);
  return [...(before ?? []), ...Array.from({ length: gap }, () => '0'), ...(after ?? [])];
}

const ipv4Of = (groups: readonly string[]): string =>
  groups
    .map((group) => Number.parseInt(group, 16))
    .flatMap((value) => [value >> 8, value & 255])
    .join('.');
