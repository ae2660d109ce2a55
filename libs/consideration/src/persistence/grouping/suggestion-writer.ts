import type { Transaction } from '#lib/database';
import { newId } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { MEMBERS_DIGEST } from './members-digest.js';
import { SENDER_OF } from './same-senders.js';

/** Writes what a search has found in the place of what earlier ones did; confirmed groups are left alone. */
@Injectable()
export class SuggestionWriter {
  async clear(tx: Transaction, discussionId: string): Promise<void> {
    await tx.query(
      `delete from group_suggestion_member m using group_suggestion s
        where s.id = m.suggestion_id and s.discussion_id = $1`,
      [discussionId],
    );
    await tx.query('delete from group_suggestion where discussion_id = $1', [discussionId]);
  }

  /**
   * Suggestions of remarks in no group whose texts are the same or hang together: two at least, or one that resembles a group.
   * What has the text of a group joins that one, else the first of those it hangs together with.
   */
  async writeSimilar(tx: Transaction, discussionId: string): Promise<void> {
    await tx.query(`with ${ungrouped}, ${clusters}, ${suggestions}, ${alike} ${members}`, [discussionId]);
  }

  /** @param sets of ids of remarks, the earliest of each first */
  async writeSameSender(tx: Transaction, discussionId: string, sets: readonly (readonly string[])[]): Promise<void> {
    const rows = sets.flatMap((ids) => {
      const id = newId();
      return ids.map((remarkId) => ({ id, remarkId, firstId: ids[0] }));
    });
    await tx.query(
      `with input as materialized (
         select id, "remarkId" as remark_id, "firstId" as first_id
           from jsonb_to_recordset($2) as i (id uuid, "remarkId" uuid, "firstId" uuid)
       ), suggestion as (
         insert into group_suggestion (id, discussion_id, kind, state, representative_id, size, authors, members_sha256)
         select distinct id, $1::uuid, 'SAME_SENDER', 'OPEN', first_id, 0, 0, '\\x'::bytea from input
       )
       insert into group_suggestion_member (suggestion_id, remark_id, likeness)
       select i.id, i.remark_id, signature_likeness(a.signature, b.signature)
         from input i
         join remark x on x.id = i.first_id
         join remark y on y.id = i.remark_id
         join text_signature a on a.discussion_id = $1 and a.normalised_hash = x.normalised_hash
         join text_signature b on b.discussion_id = $1 and b.normalised_hash = y.normalised_hash`,
      [discussionId, JSON.stringify(rows)],
    );
  }

  /** Counts the members of every suggestion, and takes back what was dismissed with just these. */
  async settle(tx: Transaction, discussionId: string): Promise<void> {
    await tx.query(
      `update group_suggestion s
          set size = c.size, authors = c.authors, members_sha256 = c.digest
         from (select m.suggestion_id, count(*) as size, ${MEMBERS_DIGEST} as digest,
                      count(distinct ${SENDER_OF}) as authors
                 from group_suggestion o
                 join group_suggestion_member m on m.suggestion_id = o.id
                 join remark r on r.id = m.remark_id
                 left join sealed_sender w on w.subject_id = r.id
                where o.discussion_id = $1
                group by m.suggestion_id) c
        where s.id = c.suggestion_id`,
      [discussionId],
    );
    await tx.query(
      `delete from group_suggestion s using group_dismissal d
        where s.discussion_id = $1 and d.discussion_id = $1 and d.members_sha256 = s.members_sha256`,
      [discussionId],
    );
  }
}

/** `free`: each standing remark in no group with its text, and the group it would join unless a person has kept it apart. */
const ungrouped = `
  standing as materialized (
    select r.id, r.received_at, t.no, t.root, m.group_id
      from remark r
      join text_signature t on t.discussion_id = r.discussion_id and t.normalised_hash = r.normalised_hash
      left join remark_group_member m on m.remark_id = r.id and m.left_at is null
     where r.discussion_id = $1 and r.state = 'RECEIVED'
  ), taken as (
    select distinct s.no, s.root, g.id, g.no as group_no from standing s join remark_group g on g.id = s.group_id
  ), by_text as (
    select distinct on (no) no, id from taken order by no, group_no
  ), by_root as (
    select distinct on (root) root, id from taken order by root, group_no
  ), free as materialized (
    select s.id, s.received_at, s.no, s.root, case when k.remark_id is null then g.id end as joins, g.has_its_text as has_text_of_group
      from standing s
      left join by_text x on x.no = s.no
      left join by_root y on y.root = s.root
      cross join lateral (select coalesce(x.id, y.id) as id, x.id is not null as has_its_text) g
      left join remark_kept_apart k on k.remark_id = s.id and k.group_id = g.id
     where s.group_id is null
  )`;

const clusters = `
  cluster as materialized (
    select gen_random_uuid() as id, root, joins, (array_agg(id order by received_at, id))[1] as first_id,
           case when joins is null then count(distinct no) = 1 else bool_and(has_text_of_group) end as is_exact
      from free
     group by root, joins
    having count(*) >= case when joins is null then 2 else 1 end
  )`;

/** Size and digest are filled in by \`settle\`. */
const suggestions = `
  suggestion as (
    insert into group_suggestion (id, discussion_id, kind, state, representative_id, joins_group_id, size, authors, members_sha256)
    select id, $1, case when is_exact then 'EXACT' else 'NEAR' end, 'OPEN', coalesce(group_representative(joins), first_id), joins,
           0, 0, '\\x' from cluster
    returning id, representative_id
  )`;

/** Likeness is computed once for each text of a suggestion, not for each remark. */
const alike = `
  member_text as (
    select distinct c.id, f.no from cluster c join free f on f.root = c.root and f.joins is not distinct from c.joins
  ), alike as materialized (
    select x.id, x.no, signature_likeness(a.signature, b.signature) as likeness
      from suggestion s
      join remark r on r.id = s.representative_id
      join text_signature a on a.discussion_id = $1 and a.normalised_hash = r.normalised_hash
      join member_text x on x.id = s.id
      join text_signature b on b.discussion_id = $1 and b.no = x.no
  )`;

const members = `
  insert into group_suggestion_member (suggestion_id, remark_id, likeness)
  select a.id, f.id, a.likeness
    from cluster c
    join free f on f.root = c.root and f.joins is not distinct from c.joins
    join alike a on a.id = c.id and a.no = f.no`;
