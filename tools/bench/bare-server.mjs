// The denominator: node:http and pg, one INSERT a request, 201 after its commit. Nothing a remark needs is done here.
import { createServer } from 'node:http';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 16 });
const insert = {
  name: 'bare',
  text: 'insert into bare_remark (id, discussion_id, body) values (gen_random_uuid(), $1, $2) returning id, received_at',
};

const server = createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    store(request, chunks).then(
      (row) => send(response, 201, row),
      (error) => send(response, 500, { error: String(error) }),
    );
  });
});

async function store(request, chunks) {
  const { text } = JSON.parse(Buffer.concat(chunks).toString());
  const discussionId = request.url.split('/')[4];
  const { rows } = await pool.query({ ...insert, values: [discussionId, text] });
  return rows[0];
}

function send(response, status, value) {
  const body = JSON.stringify(value);
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
  response.end(body);
}

server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => console.log(JSON.stringify({ msg: 'listening', port: server.address().port })));
process.on('SIGTERM', () => process.exit(0));
