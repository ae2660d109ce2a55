import { PlainFault } from '../plain-fault.mjs';
import { tryPort } from '../postgres/port.mjs';

/** Where the portal will listen: the port asked for or none; without a wish 3000, or what the OS gives when 3000 is taken. */
export async function chooseAddress() {
  const host = process.env.HOST || '127.0.0.1';
  const wish = process.env.PORT ? Number(process.env.PORT) : undefined;
  const port =
    wish === undefined ? ((await tryPort(3000, host)) ?? (await tryPort(0, host))) : await tryPort(wish, host);
  if (!port) throw new PlainFault(`Port ${wish ?? ''} on ${host} is taken. Choose another by PORT, or leave PORT out.`);
  return { host, port, url: `http://${host.includes(':') ? `[${host}]` : host}:${port}` };
}
