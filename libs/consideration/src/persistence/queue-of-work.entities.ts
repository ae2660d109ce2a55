import { RemarkEntity } from '#lib/discussion';
import { OfficerEntity } from '#lib/identity';
import type { Instant, LegalDay } from '#lib/kernel';
import { StateBodyEntity } from '#lib/service-register';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Who works on a remark, and until when. */
@Entity('remark_assignment')
export class RemarkAssignmentEntity {
  @ForeignKey(() => RemarkEntity)
  @PrimaryColumn('uuid')
  remarkId: string;

  @ForeignKey(() => OfficerEntity)
  @Index('ix_remark_assignment_officer_id')
  @Column('uuid')
  officerId: string;

  @Column('date', { nullable: true })
  dueOn: LegalDay | null;

  @Column('text')
  assignedBy: string;

  @Column('timestamptz')
  assignedAt: Instant;
}

/** A remark somebody wants looked at again. */
@Entity('remark_flag')
export class RemarkFlagEntity {
  @ForeignKey(() => RemarkEntity)
  @PrimaryColumn('uuid')
  remarkId: string;

  @Column('text')
  flaggedBy: string;

  @Column('timestamptz')
  flaggedAt: Instant;
}

/** What officers write for each other about a remark; never public, never in a report. */
@Entity('remark_note')
@Check('ck_remark_note_body', 'char_length(body) between 1 and 5000')
@Index('ix_remark_note_remark_id', ['remarkId', 'writtenAt'])
export class RemarkNoteEntity {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => RemarkEntity)
  @Column('uuid')
  remarkId: string;

  @ForeignKey(() => OfficerEntity)
  @Column('uuid')
  authorId: string;

  @Column('text')
  body: string;

  @Column('timestamptz')
  writtenAt: Instant;
}

@Entity('remark_note_mention')
@Index('ix_remark_note_mention_unread', ['officerId'], { where: 'read_at is null' })
export class RemarkNoteMentionEntity {
  @ForeignKey(() => RemarkNoteEntity)
  @PrimaryColumn('uuid')
  noteId: string;

  @ForeignKey(() => OfficerEntity)
  @PrimaryColumn('uuid')
  officerId: string;

  @Column('timestamptz', { nullable: true })
  readAt: Instant | null;
}

/** A ground that officers of a body start from; each text has blanks to complete. */
@Entity('ground_template')
@Index('ix_ground_template_name', ['bodyId', 'name'], { unique: true, where: 'archived_at is null' })
export class GroundTemplateEntity {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => StateBodyEntity)
  @Column('uuid')
  bodyId: string;

  @Column('text')
  name: string;

  @Column('text')
  reasonCode: string;

  @Column('text')
  groundKk: string;

  @Column('text')
  groundRu: string;

  @Column('text')
  savedBy: string;

  @Column('timestamptz')
  savedAt: Instant;

  @Column('timestamptz', { nullable: true })
  archivedAt: Instant | null;
}
