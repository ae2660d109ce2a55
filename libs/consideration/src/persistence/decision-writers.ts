import { Injectable } from '@nestjs/common';
import { Decisions } from './decisions.repository.js';
import { Points } from './points.repository.js';

/** What deciding writes: points where there are none yet, and the decisions on them. */
@Injectable()
export class DecisionWriters {
  constructor(
    readonly points: Points,
    readonly decisions: Decisions,
  ) {}
}
