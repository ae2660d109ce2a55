// Keep-alive readers in a process of their own: each asks for the next page when the last has come whole. Argument: JSON with the
// `paths` asked for in turn; answer: one line of JSON.
import { connect } from 'node:net';
import { performance } from 'node:perf_hooks';

const { port, paths, cookie, connections, warmUp, seconds } = JSON.parse(process.argv[2]);
const requests = paths.map((path) =>
  Buffer.from(
    `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: br, gzip\r\n${cookie ? `Cookie: ${cookie}\r\n` : ''}\r\n`,
  ),
);
const statuses = {};
const latencies = [];
let asked = 0;
let bytes = 0;
const countFrom = performance.now() + warmUp * 1_000;
const stopAt = countFrom + seconds * 1_000;

function reader() {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    socket.setNoDelay(true);
    let received = Buffer.alloc(0);
    let beganAt = 0;
    const ask = () => {
      beganAt = performance.now();
      if (beganAt >= stopAt) return socket.end(resolve);
      received = Buffer.alloc(0);
      socket.write(requests[(asked += 1) % requests.length]);
    };
    socket.on('connect', ask);
    socket.on('error', reject);
    socket.on('data', (chunk) => {
      received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
      if (!isWhole(received)) return;
      const status = received.toString('latin1', 9, 12);
      statuses[status] = (statuses[status] ?? 0) + 1;
      if (beganAt >= countFrom) {
        latencies.push(performance.now() - beganAt);
        bytes += received.length;
      }
      ask();
    });
  });
}

/** By its length, or by the last chunk. */
function isWhole(answer) {
  const end = answer.indexOf('\r\n\r\n');
  if (end === -1) return false;
  const length = /\r\ncontent-length: *(\d+)/i.exec(answer.toString('latin1', 0, end))?.[1];
  if (length !== undefined) return answer.length >= end + 4 + Number(length);
  return answer.subarray(-7).toString('latin1') === '\r\n0\r\n\r\n';
}

await Promise.all(Array.from({ length: connections }, reader));
latencies.sort((a, b) => a - b);
const percentile = (share) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? 0;
console.log(
  JSON.stringify({
    perSecond: latencies.length / seconds,
    p50: percentile(0.5),
    p99: percentile(0.99),
    bytes: Math.round(bytes / Math.max(latencies.length, 1)),
    statuses,
  }),
);
