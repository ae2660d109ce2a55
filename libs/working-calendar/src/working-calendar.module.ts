import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CalendarDayEntity } from './persistence/calendar-day.entity.js';
import { CalendarYearEntity } from './persistence/calendar-year.entity.js';
import { CalendarRepository } from './persistence/calendar.repository.js';
import { LoadWorkingCalendar } from './queries/load-working-calendar.js';
import { ImportCalendar } from './use-cases/import-calendar.js';

@Module({
  imports: [TypeOrmModule.forFeature([CalendarYearEntity, CalendarDayEntity])],
  providers: [CalendarRepository, ImportCalendar, LoadWorkingCalendar],
  exports: [ImportCalendar, LoadWorkingCalendar],
})
export class WorkingCalendarModule {}
