import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The texts whose signatures agree in one band, two at least. */
@Entity('signature_band')
export class SignatureBandEntity {
  @PrimaryColumn('uuid')
  discussionId: string;

  /** 0 to 31. */
  @PrimaryColumn('smallint')
  band: number;

  /** The 32 bits they agree in. */
  @PrimaryColumn('integer')
  key: number;

  @Column('integer', { array: true })
  texts: number[];
}
