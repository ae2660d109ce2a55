// Keep-alive load in a process of its own: every connection sends its next remark when the last was answered. Texts of about
// 500 characters, all different, each under its own key. Argument: JSON; answer: one line of JSON.
import { connect } from 'node:net';
import { performance } from 'node:perf_hooks';

const { port, discussionId, anchor, connections, warmUp, seconds, run } = JSON.parse(process.argv[2]);
const templates = Array.from({ length: 2_000 }, (_, seed) => template(seed));
const statuses = {};
const latencies = [];
let sent = 0;
const startedAt = performance.now();
const countFrom = startedAt + warmUp * 1_000;
const stopAt = countFrom + seconds * 1_000;

function template(seed) {
  const text = `№ ########## ${words(seed, 460)}`;
  const sender = { kind: 'INDIVIDUAL', name: 'Әсел Жібекқызы', email: 'asel@example.org' };
  const body = JSON.stringify({ kind: 'REMARK', language: 'ru', text, anchors: [anchor], sender });
  const head = [
    `POST /api/v1/discussions/${discussionId}/remarks HTTP/1.1`,
    'Host: 127.0.0.1',
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    `Idempotency-Key: "${run}-##########"`,
  ];
  return `${head.join('\r\n')}\r\n\r\n${body}`.split('##########');
}

function words(seed, length) {
  let state = seed + 1;
  let text = '';
  while (text.length < length) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    text += `${Math.trunc(state / 4)
      .toString(36)
      .replace(/\d/g, (digit) => 'абвгдежзик'[Number(digit)])} `;
  }
  return text.slice(0, length);
}

function next() {
  const number = String((sent += 1)).padStart(10, '0');
  return templates[sent % templates.length].join(number);
}

function worker() {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    socket.setNoDelay(true);
    let buffered = '';
    let beganAt = 0;
    const send = () => {
      beganAt = performance.now();
      if (beganAt >= stopAt) return socket.end(resolve);
      buffered = '';
      socket.write(next());
    };
    socket.on('connect', send);
    socket.on('error', reject);
    socket.on('data', (chunk) => {
      buffered += chunk.toString('latin1');
      const head = buffered.indexOf('\r\n\r\n');
      if (head === -1) return;
      const length = Number(/content-length: *(\d+)/i.exec(buffered)?.[1]);
      if (buffered.length < head + 4 + length) return;
      const status = buffered.slice(9, 12);
      statuses[status] = (statuses[status] ?? 0) + 1;
      if (status !== '201' && statuses[status] === 1) console.error(buffered.slice(head + 4, head + 600));
      if (beganAt >= countFrom) latencies.push(performance.now() - beganAt);
      send();
    });
  });
}

await Promise.all(Array.from({ length: connections }, worker));
latencies.sort((a, b) => a - b);
const percentile = (share) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? 0;
console.log(
  JSON.stringify({ perSecond: latencies.length / seconds, p50: percentile(0.5), p99: percentile(0.99), statuses }),
);
