import { DomainError } from '#lib/kernel';

/** Somebody decided, grouped, withdrew or entered something between the look at the plan and its application. */
export class PlanChanged extends DomainError {
  constructor() {
    super('conflict', 'what the sheet would do has changed since it was looked at');
  }
}
