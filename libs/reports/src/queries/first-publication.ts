import { Database } from '#lib/database';
import { type Instant, isId } from '#lib/kernel';
import { Injectable } from '@nestjs/common';

@Injectable()
export class FirstPublication {
  constructor(private readonly database: Database) {}

  /** When the first report was published (R8.3), also of a draft that was withdrawn afterwards; null when none was. */
  async of(discussionId: string): Promise<Instant | null> {
    if (!isId(discussionId)) return null;
    const [first] = await this.database.query<{ at: Instant | null }>(
      `select min(published_at) as at from report where discussion_id = $1 and state = 'PUBLISHED'`,
      [discussionId],
    );
    return first?.at ?? null;
  }
}
