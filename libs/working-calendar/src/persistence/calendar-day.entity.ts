import type { LegalDay } from '#lib/kernel';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { CalendarDayKind } from '../domain/calendar-day.js';
import { CalendarYearEntity } from './calendar-year.entity.js';

@Entity('calendar_day')
@Check('ck_calendar_day_kind', `kind in ('HOLIDAY', 'MOVED_OFF', 'MOVED_WORKING')`)
@Check('ck_calendar_day_year', 'extract(year from day) = year')
@Index('ix_calendar_day_year', ['year'])
export class CalendarDayEntity {
  @PrimaryColumn('date')
  day: LegalDay;

  @Column('integer')
  year: number;

  @ManyToOne(() => CalendarYearEntity, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'year' })
  calendarYear: Relation<CalendarYearEntity>;

  @Column('text')
  kind: CalendarDayKind;

  @Column('text')
  nameKk: string;

  @Column('text')
  nameRu: string;

  @Column('text')
  nameEn: string;

  @Column('text')
  act: string;
}
