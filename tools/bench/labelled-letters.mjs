// How what is suggested agrees with the labels of real letters: a CSV with the columns text, near_duplicate_component and cluster.
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { PlainFault } from '../plain-fault.mjs';
import { closedDiscussion, searchIn } from './search-process.mjs';

const TEXT_LIMIT = 20_000;

export async function compareWithLabels(database, file) {
  const rows = parse(readFileSync(file, 'utf8'), { columns: true, bom: true }).filter(({ text }) => text?.trim());
  if (!rows[0]?.near_duplicate_component) throw new PlainFault(`${file} has no column near_duplicate_component`);
  const labels = {
    component: (row) => row.near_duplicate_component,
    'component and cluster': (row) => `${row.near_duplicate_component}/${row.cluster}`,
  };
  for (const [name, labelOf] of Object.entries(labels)) {
    const numbers = new Map([...new Set(rows.map(labelOf))].map((label, index) => [label, index]));
    const remarks = rows.map((row) => ({ text: row.text.slice(0, TEXT_LIMIT), letter: numbers.get(labelOf(row)) }));
    const discussionId = await closedDiscussion(database, remarks);
    await searchIn(database, discussionId);
    const { suggestions, largest, suggested, labelled, both } = await pairs(database, discussionId);
    console.log(
      `  against ${name}: ${rows.length} letters, ${numbers.size} labels; ${suggestions} suggestions, the largest of ${largest}; ` +
        `pair precision ${(both / suggested).toFixed(3)}, pair recall ${(both / labelled).toFixed(3)}`,
    );
  }
}

/** Pairs that are together by suggestion, by label, and by both. */
async function pairs({ query }, discussionId) {
  const [row] = await query(
    `with found as (
       select b.letter, m.suggestion_id
         from remark r
         join bench_remark b on b.remark_id = r.id
         left join (group_suggestion_member m join group_suggestion s on s.id = m.suggestion_id and s.kind <> 'SAME_SENDER')
           on m.remark_id = r.id
        where r.discussion_id = $1
     ), by_suggestion as (select count(*) n from found where suggestion_id is not null group by suggestion_id),
        by_label as (select count(*) n from found group by letter),
        by_both as (select count(*) n from found where suggestion_id is not null group by suggestion_id, letter)
     select (select count(*) from by_suggestion)::int as suggestions, (select max(n) from by_suggestion)::int as largest,
            (select sum(n * (n - 1) / 2) from by_suggestion)::float8 as suggested,
            (select sum(n * (n - 1) / 2) from by_label)::float8 as labelled,
            (select sum(n * (n - 1) / 2) from by_both)::float8 as both`,
    [discussionId],
  );
  return row;
}
