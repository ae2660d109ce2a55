import { Database } from '#lib/database';
import { isId } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { type LivePoint, Points } from '../persistence/points.repository.js';

@Injectable()
export class PointsOf {
  constructor(
    private readonly database: Database,
    private readonly points: Points,
  ) {}

  /** The points of a remark in their order; empty while nobody split or decided it: then it is one point. */
  async execute(remarkId: string): Promise<LivePoint[]> {
    return isId(remarkId) ? this.points.ofRemark(this.database, remarkId) : [];
  }
}
