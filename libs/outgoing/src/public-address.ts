import { BlockList, isIP } from 'node:net';

const notPublic = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8], // this host
  ['10.0.0.0', 8],
  ['100.64.0.0', 10], // carriers
  ['127.0.0.0', 8],
  ['169.254.0.0', 16], // link-local, and the metadata of clouds
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24], // documentation
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15], // benchmarks
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4], // multicast
  ['240.0.0.0', 4],
] as const)
  notPublic.addSubnet(network, prefix, 'ipv4');

/** Of IPv6 only what is given out as global unicast is public; these parts of it carry an IPv4 address or none. */
const global = new BlockList();
global.addSubnet('2000::', 3, 'ipv6');
const notGlobal = new BlockList();
for (const [network, prefix] of [
  ['2001::', 23], // Teredo and other protocols
  ['2001:db8::', 32],
  ['2002::', 16], // 6to4
  ['3fff::', 20], // documentation
] as const)
  notGlobal.addSubnet(network, prefix, 'ipv6');

/** Whether an IP address, as the resolver writes it, is one of the public internet. Anything else is none. */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 4) return !notPublic.check(address, 'ipv4');
  return isIP(address) === 6 && global.check(address, 'ipv6') && !notGlobal.check(address, 'ipv6');
}

const ownHost = new BlockList();
ownHost.addSubnet('0.0.0.0', 8, 'ipv4');
ownHost.addSubnet('127.0.0.0', 8, 'ipv4');
ownHost.addSubnet('169.254.0.0', 16, 'ipv4');
ownHost.addAddress('::', 'ipv6');
ownHost.addAddress('::1', 'ipv6');
ownHost.addSubnet('fe80::', 10, 'ipv6');

/** Whether an address, as the resolver writes it, is this host itself or what answers to it alone: the metadata of a cloud. */
export function isOwnHost(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
  const version = isIP(mapped);
  return version !== 0 && ownHost.check(mapped, version === 4 ? 'ipv4' : 'ipv6');
}
