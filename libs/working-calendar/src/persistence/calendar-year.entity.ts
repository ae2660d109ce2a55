import type { Instant } from '#lib/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('calendar_year')
export class CalendarYearEntity {
  @PrimaryColumn('integer')
  year: number;

  @Column('text')
  source: string;

  @Column('text')
  loadedBy: string;

  @Column('timestamptz')
  loadedAt: Instant;
}
