/** Where a session was opened, in as few words as its owner needs to know it again. */
export interface SessionPlace {
  /** A block of addresses; empty when it is not known. */
  readonly addressBlock: string;
  /** "Firefox, Windows"; empty when it is not known. */
  readonly device: string;
}

const browsers = [
  ['Edge', /\bEdg(e|A|iOS)?\//],
  ['Opera', /\b(OPR|Opera)\//],
  ['Yandex', /\bYaBrowser\//],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Firefox', /\b(Firefox|FxiOS)\//],
  ['Chrome', /(Chrome|CriOS|Chromium)\//],
  ['Safari', /\bSafari\//],
  ['curl', /^curl\//],
] as const;
const systems = [
  ['Android', /\bAndroid\b/],
  ['iOS', /\b(iPhone|iPad)\b/],
  ['Windows', /\bWindows\b/],
  ['macOS', /\bMac OS X\b/],
  ['Linux', /\bLinux\b/],
] as const;

/**
 * @param address of the request, IPv4 or IPv6: a /24 or a /48 of it is kept
 * @param userAgent as the browser names itself; nothing of it but the kinds is kept
 */
export const sessionPlace = (address = '', userAgent = ''): SessionPlace => ({
  addressBlock: addressBlock(address),
  device: [browsers, systems]
    .flatMap((kinds) => kinds.find(([, pattern]) => pattern.test(userAgent))?.[0] ?? [])
    .join(', '),
});

function addressBlock(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  const four = /^(\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}$/.exec(plain);
  if (four) return `${four[1]}.0/24`;
  if (!/^[0-9a-f:]+$/i.test(plain) || !plain.includes(':')) return '';
  const [head = '', tail] = plain.toLowerCase().split('::');
  const first = head.split(':').filter(Boolean);
  const missing = tail === undefined ? 0 : 8 - first.length - tail.split(':').filter(Boolean).length;
  const groups = [...first, ...Array.from({ length: Math.max(0, missing) }, () => '0'), ...(tail ?? '').split(':')];
  return `${groups
    .slice(0, 3)
    .map((group) => group.replace(/^0+(?=.)/, '') || '0')
    .join(':')}::/48`;
}
