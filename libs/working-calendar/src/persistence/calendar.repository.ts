import type { Queryable, Transaction } from '#lib/database';
import type { LegalDay } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import type { CalendarDay, CalendarDayKind, CalendarYear } from '../domain/calendar-day.js';
import { CalendarDayEntity } from './calendar-day.entity.js';

interface DayRow {
  readonly year: number;
  readonly source: string;
  readonly day: LegalDay;
  readonly kind: CalendarDayKind;
  readonly name_kk: string;
  readonly name_ru: string;
  readonly name_en: string;
  readonly act: string;
}

@Injectable()
export class CalendarRepository {
  /** Puts the year in place of what was loaded before; the row of the year makes two imports of it wait for each other. */
  async replace(tx: Transaction, { year, source, days }: CalendarYear, loadedBy: string): Promise<void> {
    await tx.query(
      `insert into calendar_year (year, source, loaded_by, loaded_at) values ($1, $2, $3, clock_timestamp())
       on conflict (year) do update set source = excluded.source, loaded_by = excluded.loaded_by, loaded_at = excluded.loaded_at`,
      [year, source, loadedBy],
    );
    await tx.of(CalendarDayEntity).delete({ year });
    await tx.of(CalendarDayEntity).insert(
      days.map(({ day, kind, name, act }) => {
        return { day, year, kind, nameKk: name.kk, nameRu: name.ru, nameEn: name.en, act };
      }),
    );
  }

  /** Every year an operator loaded, oldest first. */
  async list(from: Queryable): Promise<CalendarYear[]> {
    const rows = await from.query<DayRow>(
      `select year, y.source, d.day::text as day, d.kind, d.name_kk, d.name_ru, d.name_en, d.act
       from calendar_year y join calendar_day d using (year) order by year, d.day`,
    );
    const byYear = new Map<number, { year: number; source: string; days: CalendarDay[] }>();
    for (const row of rows) {
      const known = byYear.get(row.year) ?? { year: row.year, source: row.source, days: [] };
      known.days.push(dayOf(row));
      byYear.set(row.year, known);
    }
    return [...byYear.values()];
  }
}

const dayOf = ({ day, kind, name_kk, name_ru, name_en, act }: DayRow): CalendarDay => ({
  day,
  kind,
  name: { kk: name_kk, ru: name_ru, en: name_en },
  act,
});
