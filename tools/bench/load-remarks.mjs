// Puts remarks into a discussion by COPY, past the triggers that look at each arrival: in a database of the measurement alone.
import { hash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { benchKeys } from './bench-keys.mjs';

const CHUNK = 20_000;

/**
 * @param remarks iterable of `{ text, letter, isCopy }`; also fills the table bench_remark (remark_id, letter, is_copy), by which
 *   what was found is judged
 * @returns how many
 */
export async function loadRemarks(url, discussionId, remarks) {
  const { normalisedText, Senders } = await import('#lib/discussion');
  const { KeyRingFile, Seal } = await import('#lib/privacy');
  const senders = new Senders(new Seal(new KeyRingFile(benchKeys())));
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(
      'create table if not exists bench_remark (remark_id uuid not null, letter integer not null, is_copy boolean not null)',
    );
    await client.query('begin');
    await client.query('alter table remark disable trigger user');
    const hashes = hashesOf(normalisedText);
    let count = 0;
    for (const chunk of chunks(remarks)) {
      const rows = chunk.map((remark, index) => ({ ...remark, ...identity(discussionId, count + index) }));
      await copy(
        client,
        REMARK,
        rows.map((row) => remarkLine(row, discussionId, hashes(row))),
      );
      await copy(
        client,
        SENDER,
        rows.map((row) => senderLine(senders, row)),
      );
      const labels = rows.map(({ id, letter, isCopy = false }) => `${id}\t${letter}\t${isCopy}`);
      await copy(client, 'bench_remark (remark_id, letter, is_copy)', labels);
      count += rows.length;
    }
    await client.query('alter table remark enable trigger user');
    await client.query('commit');
    await client.query('analyze remark, sealed_sender, bench_remark');
    return count;
  } finally {
    await client.end();
  }
}

const REMARK = `remark (id, discussion_id, number, kind, sender_kind, intake_channel, language, body, state, received_at, profile_id,
  close_at, salt, commitment, normalised_hash)`;

const SENDER = 'sealed_sender (subject_id, key_id, sealed, email_index, name_index)';

function* chunks(items) {
  let chunk = [];
  for (const item of items) {
    chunk.push(item);
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

/** Letters are hashed once: a million remarks have some hundred thousand texts. */
function hashesOf(normalisedText) {
  const known = new Map();
  return ({ text, isCopy }) => {
    if (!isCopy) return hash('sha256', normalisedText(text));
    if (!known.has(text)) known.set(text, hash('sha256', normalisedText(text)));
    return known.get(text);
  };
}

/** Ids in the order of arrival, one remark a hundredth of a second, as from a portal. */
function identity(discussionId, index) {
  const hex = index.toString(16).padStart(12, '0');
  const at = new Date(Date.UTC(2016, 5, 2) + index * 10).toISOString();
  return { index, at, id: `${discussionId.slice(0, 8)}-0000-7000-8000-${hex}` };
}

const remarkLine = ({ id, index, at, text }, discussionId, sha256) =>
  [
    id,
    discussionId,
    `${discussionId.slice(0, 8)}-${String(index).padStart(8, '0')}`,
    'REMARK',
    'INDIVIDUAL',
    'PORTAL',
    'kk',
    text.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n').replaceAll('\r', '\\r'),
    'RECEIVED',
    at,
    'kz-126-2016-06',
    '2100-01-01T00:00:00Z',
    '\\\\x00',
    '\\\\x00',
    `\\\\x${sha256}`,
  ].join('\t');

function senderLine(senders, { id, index }) {
  const sender = { kind: 'INDIVIDUAL', name: `Жіберуші ${index}`, email: `sender${index}@example.org` };
  const { key_id, sealed, email_index, name_index } = senders.sealed(id, sender);
  return [id, key_id, ...[sealed, email_index, name_index].map((bytea) => `\\${bytea}`)].join('\t');
}

async function copy(client, target, lines) {
  const text = Readable.from([`${lines.join('\n')}\n`]);
  await pipeline(text, client.query(copyFrom(`copy ${target} from stdin`)));
}
