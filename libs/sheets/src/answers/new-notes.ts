import type { Queryable } from '#lib/database';
import type { ReadAnswer } from './read-answers.js';

/**
 * The rows whose note is not on their remark yet: the same sheet applied twice writes it once, and so do two rows of one remark.
 * A note never leaves in an export, it could name a sender (REQ-46).
 */
export async function newNotes(q: Queryable, rows: readonly ReadAnswer[]): Promise<ReadonlySet<number>> {
  const noted = rows.flatMap(({ row, state, texts }) =>
    state && texts.observations !== ''
      ? [{ row, key: keyOf(state.remarkId, texts.observations), remarkId: state.remarkId }]
      : [],
  );
  const kept = await q.query<{ remarkId: string; body: string }>(
    'select remark_id as "remarkId", body from remark_note where remark_id = any($1::uuid[])',
    [[...new Set(noted.map(({ remarkId }) => remarkId))]],
  );
  const known = new Set(kept.map(({ remarkId, body }) => keyOf(remarkId, body)));
  const fresh = new Set<number>();
  for (const { row, key } of noted) {
    if (known.has(key)) continue;
    known.add(key);
    fresh.add(row);
  }
  return fresh;
}

const keyOf = (remarkId: string, note: string): string => `${remarkId} ${note.replaceAll('\r\n', '\n').trim()}`;
