import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { RemarkEntity } from './remark.entity.js';

/** Words that no reader of the database may have: a redacted remark as it was received, and what its sender objects (decision 28). */
@Entity('sealed_text')
@Check('ck_sealed_text_sealed', 'octet_length(sealed) > 28')
@Index('ix_sealed_text_remark_id', ['remarkId'])
@Index('ix_sealed_text_key_id', ['keyId', 'id'])
export class SealedTextEntity {
  /** Of the hiding, or of the objection. */
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey(() => RemarkEntity)
  remarkId: string;

  @Column('text')
  keyId: string;

  @Column('bytea')
  sealed: Buffer;
}
