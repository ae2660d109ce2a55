import { once } from 'node:events';
import { languages } from '#lib/kernel';
import yauzl from 'yauzl';
import { everyRoute } from './every-route.js';
import type { PortalUnderTest } from './portal-under-test.js';

/** Every entry of a package, unpacked and joined. */
async function unpacked(bytes: Buffer): Promise<string> {
  const zip = await yauzl.fromBufferPromise(bytes);
  const texts: string[] = [];
  for await (const entry of zip.eachEntry()) {
    const stream = await zip.openReadStreamPromise(entry);
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    await once(stream, 'end');
    texts.push(Buffer.concat(chunks).toString());
  }
  return texts.join('\n');
}

/** Everything anybody may ask for, in each language and format; but for the sender's own pages, which carry the secret. */
export async function everythingPublic(
  portal: PortalUnderTest,
  number: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const open = everyRoute(portal.app).filter(
    ({ isPublic, method, path }) => isPublic && method === 'GET' && !path.includes(':secret'),
  );
  const filled = (paths: readonly string[], name: string, values: readonly string[]) =>
    paths.flatMap((path) => (path.includes(name) ? values.map((value) => path.replace(name, value)) : [path]));
  let addresses = open.map(({ path }) => path.replace(':number', number));
  addresses = filled(addresses, ':language', [...languages, 'mul']);
  addresses = filled(addresses, ':format', ['docx', 'json', 'csv', 'pdf', 'xlsx', 'html']);
  addresses = filled(addresses, ':id', ids);
  const found = new Map<string, string>();
  for (const address of addresses) {
    for (const query of ['', '?size=100', `?number=${number}`]) {
      const answer = await portal.get(address + query);
      const isPackage = answer.rawPayload.subarray(0, 2).toString() === 'PK';
      found.set(address + query, isPackage ? await unpacked(answer.rawPayload) : answer.body);
    }
  }
  return found;
}
