import { Database } from '#lib/database';
import { Injectable } from '@nestjs/common';

const BATCH = 100;

@Injectable()
export class DropUnclaimedFiles {
  constructor(private readonly database: Database) {}

  /**
   * Deletes uploads that became part of nothing within 24 hours, and chunks no file adopted, by the database clock. Several workers may run at once;
   * a file being claimed at this moment is passed over.
   * @returns how many files are gone
   */
  async execute(): Promise<number> {
    let dropped = 0;
    for (;;) {
      const rows = await this.database.query(
        `delete from stored_file where id in (
           select id from stored_file
            where claimed_at is null and created_at < clock_timestamp() - interval '24 hours'
            order by created_at limit ${BATCH} for update skip locked)
         returning id`,
      );
      dropped += rows.length;
      if (rows.length < BATCH) break;
    }
    await this.database.query(
      `delete from stored_file_chunk c where c.written_at < clock_timestamp() - interval '24 hours'
          and not exists (select from stored_file f where f.id = c.file_id)`,
    );
    return dropped;
  }
}
