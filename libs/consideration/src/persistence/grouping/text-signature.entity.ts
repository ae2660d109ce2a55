import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One text of a discussion, however many remarks have it. Made anew at will, so no constraint slows its writing down. */
@Entity('text_signature')
export class TextSignatureEntity {
  @PrimaryColumn('uuid')
  discussionId: string;

  @PrimaryColumn('bytea')
  normalisedHash: Buffer;

  /** From 0 in the discussion, with gaps. */
  @Column('integer')
  no: number;

  /** 64 values of 16 bits, as zeros and ones. */
  @Column({ type: 'bit', length: '1024' })
  signature: string;

  /** The smallest `no` of the texts it hangs together with. */
  @Column('integer')
  root: number;
}
