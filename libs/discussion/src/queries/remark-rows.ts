import { type FileCheck, fileCheckMembers } from '#lib/files';
import type { Instant, Language } from '#lib/kernel';
import type { HidingGround } from '../domain/hiding.js';
import type { RemarkKind } from '../domain/remark-content.js';
import type { RemarkState } from '../domain/remark-lifecycle.js';
import type { SenderKind } from '../domain/sender.js';
import type { OnlineChannel, RecordedChannel } from '../intake/intake-row.js';
import { type SealedSender, sealedSenderOf, type SenderDetails, type Senders } from '../sealing/senders.js';

/** What anybody may see of a remark (REQ-46): not who sent it, and no words of a withdrawn or hidden one (REQ-116). */
export interface PublicRemark {
  readonly id: string;
  readonly number: string;
  readonly discussionId: string;
  readonly kind: RemarkKind;
  readonly senderKind: SenderKind;
  readonly language: Language;
  readonly state: RemarkState;
  /** null when withdrawn, hidden or erased, and while it waits. */
  readonly text: string | null;
  readonly proposedWording: string | null;
  readonly anchors: readonly string[];
  readonly receivedAt: Instant;
  readonly revision: number;
  readonly revisedAt: Instant | null;
  readonly commitment: string;
  /** Why it is hidden; null when it is not. */
  readonly hidingGround: HidingGround | null;
  /** Whose name may be public, by own consent (decision 22); null: the remark stands under its number. */
  readonly author: string | null;
  /** Since when words and sender are erased; null when they are not. */
  readonly erasedAt: Instant | null;
  /** When the text is shown at the latest; null unless it waits for its release now. */
  readonly waitsUntil: Instant | null;
}

/** What an officer sees: everything, and the sender. */
export interface OfficerRemark extends PublicRemark {
  readonly channel: OnlineChannel | RecordedChannel;
  readonly recordedAt: Instant;
  readonly closeAt: Instant | null;
  readonly profileId: string;
  readonly withdrawnAt: Instant | null;
  /** The entry it was typed in by (REQ-41); null for what came otherwise. */
  readonly entryId: string | null;
  readonly sender: SenderDetails;
  readonly attachments: readonly (FileCheck & {
    readonly fileId: string;
    readonly name: string;
    readonly mediaType: string;
    readonly size: number;
  })[];
}

/** As the query gives it, the name that may be public still sealed. */
export type PublicRow = Omit<PublicRemark, 'author'> & { readonly named: SealedSender | null };

/** As the query gives it, the sender still sealed. */
export type OfficerRow = Omit<OfficerRemark, 'sender' | 'author'> &
  Pick<PublicRow, 'named'> & { readonly sender: SealedSender | null };

/** Looked up for hidden remarks alone; of a remark at most one hiding is in force. */
export const hidingGround = `case when r.state = 'HIDDEN' then
  (select h.ground from hiding h where h.remark_id = r.id and h.state = 'IN_FORCE' and h.extent = 'WHOLE') end`;

/** Whether the text of `r` waits for its release now, by the database clock (REQ-116). */
export const isWaiting = `(r.waits_until > clock_timestamp() and r.released_at is null and r.state = 'RECEIVED')`;

const isShown = `r.state = 'RECEIVED' and ${isWaiting} is not true`;

const facts = `r.id, r.number, r.discussion_id as "discussionId", r.kind, r.sender_kind as "senderKind", r.language, r.state,
  r.anchors::text[] as anchors, r.received_at as "receivedAt", r.revision, r.revised_at as "revisedAt",
  encode(r.commitment, 'hex') as commitment, ${hidingGround} as "hidingGround", r.erased_at as "erasedAt",
  case when ${isWaiting} then r.waits_until end as "waitsUntil",
  case when ${isShown} and s.name_consent is not null then ${sealedSenderOf('s')} end as named`;

export const publicColumns = `${facts}, case when ${isShown} and r.erased_at is null then r.body end as text,
  case when ${isShown} then r.proposed_wording end as "proposedWording"`;

export const officerColumns = `${facts}, r.body as text, r.proposed_wording as "proposedWording", r.intake_channel as channel,
  r.recorded_at as "recordedAt", r.close_at as "closeAt", r.profile_id as "profileId", r.withdrawn_at as "withdrawnAt",
  (select e.id from received_entry e where e.remark_id = r.id) as "entryId",
  ${sealedSenderOf('s')} as sender,
  coalesce((select jsonb_agg(jsonb_build_object('fileId', f.id, 'name', f.name, 'mediaType', f.media_type, 'size', f.size, ${fileCheckMembers('f')})
      order by a.position) from remark_attachment a join stored_file f on f.id = a.file_id where a.remark_id = r.id and f.erased_at is null), '[]') as attachments`;

/** Of both. */
export const remarkSource = 'remark r left join sealed_sender s on s.subject_id = r.id';

/** The name by which the public may know who sent it: the organisation, else the person. */
export function withAuthor<Row extends Pick<PublicRow, 'named'>>(
  { named, ...remark }: Row,
  senders: Senders,
): Omit<Row, 'named'> & Pick<PublicRemark, 'author'> {
  const { organisation, name } = senders.open(named);
  return { ...remark, author: organisation ?? name };
}
