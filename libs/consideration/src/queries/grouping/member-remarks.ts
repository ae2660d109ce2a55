import { type SealedSender, sealedSenderOf } from '#lib/discussion';
import type { Instant } from '#lib/kernel';

/** A remark among others that say the same. The sender is for officials only (REQ-46). */
export interface MemberRemark {
  readonly id: string;
  readonly number: string;
  readonly state: 'RECEIVED' | 'WITHDRAWN' | 'HIDDEN';
  readonly receivedAt: Instant;
  readonly channel: 'PORTAL' | 'API' | 'PAPER' | 'DESK' | 'EMAIL' | 'IMPORT';
  readonly text: string;
  readonly proposedWording: string | null;
  /** The clauses it is about; empty: the whole draft. */
  readonly anchors: readonly { readonly lineageId: string; readonly label: string }[];
  readonly sender: { readonly name: string | null; readonly organisation: string | null };
}

/** As the query gives it, the sender still sealed. */
export type Sealed<Member extends MemberRemark> = Omit<Member, 'sender'> & { readonly sender: SealedSender | null };

/** SQL of the columns, from a remark `r`, and what is to be joined for them. */
export const memberColumns = `
  r.id, r.number, r.state, r.received_at as "receivedAt", r.intake_channel as channel, r.body as text,
  r.proposed_wording as "proposedWording",
  coalesce((select json_agg(json_build_object('lineageId', c.lineage_id, 'label', c.label) order by c.position)
              from clause c where c.version_id = d.version_id and c.lineage_id = any(r.anchors)), '[]') as anchors,
  ${sealedSenderOf('w')} as sender`;

export const memberSources = `join discussion d on d.id = r.discussion_id left join sealed_sender w on w.subject_id = r.id`;
