// An identity provider for trying and testing sign-in by OpenID Connect: whoever asks is let in as whom they choose. It listens on this
// host alone and never runs in production. What it knows comes as JSON on standard input; the first line it writes says its address.
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { run, PlainFault } from '../plain-fault.mjs';
import { demoProvider } from './provider.mjs';

await run(async () => {
  if (process.env.NODE_ENV === 'production')
    throw new PlainFault('The demo provider lets anybody in as anybody: it does not run in production.');
  const known = JSON.parse(await text(process.stdin));
  const server = createServer();
  await new Promise((resolve, reject) => server.once('error', reject).listen(known.port ?? 0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${server.address().port}`;
  server.on('request', demoProvider(issuer, known));
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.once(signal, () => {
      server.closeAllConnections();
      server.close();
    });
  process.stdout.write(`${JSON.stringify({ issuer })}\n`);
});
