import type { Instant } from '#lib/kernel';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { HidingExtent, HidingGround } from '../domain/hiding.js';
import type { HidingState } from '../domain/hiding-lifecycle.js';
import { RemarkEntity } from './remark.entity.js';

/** REQ-116: that a text is kept from the public, why, and by whom; never the text. */
@Entity('hiding')
@Check('ck_hiding_ground', `ground in ('ABUSE', 'PERSONAL_DATA', 'SPAM', 'UNLAWFUL_CONTENT')`)
@Check(
  'ck_hiding_explanation',
  'char_length(explanation_kk) between 20 and 2000 and char_length(explanation_ru) between 20 and 2000',
)
@Check('ck_hiding_state', `state in ('PROPOSED', 'IN_FORCE', 'REFUSED', 'LIFTED')`)
@Check(
  'ck_hiding_confirmed',
  `num_nulls(confirmed_by, confirmed_at) = case when state in ('IN_FORCE', 'LIFTED') then 0 else 2 end`,
)
@Check(
  'ck_hiding_refused',
  `num_nulls(refused_by, refused_at, refusal_reason) = case when state = 'REFUSED' then 0 else 3 end`,
)
@Check(
  'ck_hiding_lifted',
  `num_nulls(lifted_by, lifted_at, lift_reason) = case when state = 'LIFTED' then 0 else 3 end`,
)
@Check('ck_hiding_second_officer', 'not (needs_second_officer and confirmed_by is not distinct from proposed_by)')
@Check('ck_hiding_extent', `extent in ('WHOLE', 'PASSAGES')`)
@Index('ix_hiding_proposed', ['remarkId'], { unique: true, where: `state = 'PROPOSED'` })
@Index('ix_hiding_in_force', ['remarkId', 'extent'], { unique: true, where: `state = 'IN_FORCE'` })
@Index('ix_hiding_remark_id', ['remarkId', 'proposedAt'])
export class HidingEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey(() => RemarkEntity)
  remarkId: string;

  /** Of the remark when it was proposed: a text that was replaced since is another text. */
  @Column('integer')
  revision: number;

  /** The whole text, or passages of it. */
  @Column('text', { default: 'WHOLE' })
  extent: HidingExtent;

  @Column('text')
  ground: HidingGround;

  @Column('text')
  explanationKk: string;

  @Column('text')
  explanationRu: string;

  @Column('boolean')
  needsSecondOfficer: boolean;

  @Column('text')
  state: HidingState;

  @Column('text')
  proposedBy: string;

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  proposedAt: Instant;

  @Column('text', { nullable: true })
  confirmedBy: string | null;

  @Column('timestamptz', { nullable: true })
  confirmedAt: Instant | null;

  @Column('text', { nullable: true })
  refusedBy: string | null;

  @Column('timestamptz', { nullable: true })
  refusedAt: Instant | null;

  @Column('text', { nullable: true })
  refusalReason: string | null;

  @Column('text', { nullable: true })
  liftedBy: string | null;

  @Column('timestamptz', { nullable: true })
  liftedAt: Instant | null;

  @Column('text', { nullable: true })
  liftReason: string | null;
}
