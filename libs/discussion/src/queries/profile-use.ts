import { Database } from '#lib/database';
import { Injectable } from '@nestjs/common';

/** How many discussions keep a profile of the procedure (REQ-120). */
@Injectable()
export class ProfileUse {
  constructor(private readonly database: Database) {}

  async count(profileId: string): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      'select count(*)::int as count from discussion where profile_id = $1',
      [profileId],
    );
    return row?.count ?? 0;
  }
}
