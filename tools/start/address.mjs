import { PlainFault } from '../plain-fault.mjs';
import { tryPort } from '../postgres/port.mjs';

/** Where the portal will listen: the port asked for or none; without a wish 3000, or what the OS gives when 3000 is taken. */
export async function chooseAddress() {
  const host = process.env.HOST || '127.0.0.1';
  const wish = process.env.PORT ? Number(process.env.PORT) : undefined;
  const port =
    wish === undefined ? ((await tryPort(3000, host)) ?? (await tryPort(0, host))) : await tryPort(wish, host);
  if (!port) throw new PlainFault(`Port ${wish ?? ''} on ${host} is taken. Choose another by PORT, or leave PORT out.`);
  return { host, port, url: addressOf(host, port) };
}

/** Where this machine reaches what listens on `host`. */
export function addressOf(host, port) {
  const reached = { '0.0.0.0': '127.0.0.1', '::': '::1' }[host] ?? host;
  return `http://${reached.includes(':') ? `[${reached}]` : reached}:${port}`;
}
