import type { Queryable } from '#lib/database';
import { LettersToEnter } from '#lib/discussion';
import type { Actor } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { IntakeReader } from './intake-reader.js';
import { type IntakePlan, type IntakeToPlan, planIntake } from './plan-intake.js';

/** A sheet of remarks read, and what entering it would do. */
@Injectable()
export class IntakePlanner {
  constructor(
    readonly reader: IntakeReader,
    private readonly letters: LettersToEnter,
  ) {}

  /** @throws as `planIntake` */
  plan(q: Queryable, toPlan: IntakeToPlan, actor: Actor): Promise<IntakePlan> {
    return planIntake(q, this.letters, toPlan, actor);
  }
}
