import {
  type ReceivedRemark,
  type RecordedChannel,
  RecordReceivedRemark,
  RemarkByNumber,
  SubmitRemark,
} from '#lib/discussion';
import type { Actor } from '#lib/kernel';
import type { Context } from '../command-line/context.js';
import { clausePaths } from '../discussion-folder/clause-paths.js';
import type { DiscussionFolder } from '../discussion-folder/discussion-folder.js';
import type { RemarkRow } from '../discussion-folder/remark-rows.js';

export interface TakenRemark {
  readonly ref: string;
  readonly verdict: 'ON_TIME' | 'LATE';
  readonly id: string;
  readonly number: string;
}

/**
 * Takes every remark of a folder: those with an arrival through the record of received ones, where the late go into the late
 * register with a numbered refusal (R8.4); those without are sent on line, now.
 */
export async function takeRemarks(
  context: Context,
  { draft, remarks }: DiscussionFolder,
  discussionId: string,
  officer: Actor,
): Promise<TakenRemark[]> {
  const paths = clausePaths(draft.parts);
  const contentOf = ({ content, clauses }: RemarkRow) => ({
    ...content,
    anchors: [...new Set(clauses.flatMap((path) => paths.get(path) ?? []))],
  });
  const received = remarks.flatMap((row): (ReceivedRemark & { ref: string })[] =>
    row.arrivedAt === null
      ? []
      : [
          {
            ref: row.ref,
            channel: row.channel as RecordedChannel,
            arrivedAt: row.arrivedAt,
            content: contentOf(row),
            sender: row.sender,
          },
        ],
  );
  const records = await context.get(RecordReceivedRemark).recordMany(
    discussionId,
    received.map(({ ref: _, ...remark }) => remark),
    officer,
  );
  const taken = records.flatMap(({ verdict, id, number }, index): TakenRemark[] => {
    const ref = received[index]?.ref;
    return verdict === 'RECORDED_BEFORE' || !id || !number || ref === undefined ? [] : [{ ref, verdict, id, number }];
  });
  for (const row of remarks) {
    if (row.arrivedAt === null) taken.push(await sendOnLine(context, discussionId, row, contentOf(row)));
  }
  return taken;
}

async function sendOnLine(
  context: Context,
  discussionId: string,
  { ref, sender }: RemarkRow,
  content: ReceivedRemark['content'],
): Promise<TakenRemark> {
  const idempotencyKey = `${discussionId}-${ref}`;
  const submission = { discussionId, channel: 'PORTAL' as const, idempotencyKey, content, sender };
  const { number } = await context.get(SubmitRemark).execute(submission, { elapsedMs: 0 });
  const remark = await context.get(RemarkByNumber).public(number);
  return { ref, verdict: 'ON_TIME', id: remark.id, number };
}
