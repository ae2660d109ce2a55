import { DiscussionEntity } from '#lib/discussion';
import type { Instant } from '#lib/kernel';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** The removal of who sent remarks, when the profile's time is over; ended when nobody is left. */
@Entity('sender_removal')
@Check('ck_sender_removal_senders', 'senders >= 0')
export class SenderRemovalEntity {
  @PrimaryColumn('uuid')
  @ForeignKey(() => DiscussionEntity)
  discussionId: string;

  @Column('timestamptz')
  beganAt: Instant;

  @Column('timestamptz', { nullable: true })
  endedAt: Instant | null;

  @Column('integer')
  senders: number;
}
