import { Entity, PrimaryColumn } from 'typeorm';

/** Foreign keys point there; the libs of these tables are above this one, so its tests map them by themselves. */
@Entity('discussion')
export class DiscussionTable {
  @PrimaryColumn('uuid')
  id: string;
}

@Entity('state_body')
export class StateBodyTable {
  @PrimaryColumn('uuid')
  id: string;
}
