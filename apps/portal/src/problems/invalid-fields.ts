import type { ValidationError } from 'class-validator';

export interface FieldFault {
  /** The member's path in the body, as `sender.email`. */
  readonly field: string;
  readonly message: string;
}

/** Faults told at once: enough to mend a form by, and no answer larger than the question. */
const MOST_TOLD = 200;

/** A body or query that does not have the described shape. */
export class InvalidFields extends Error {
  readonly fields: readonly FieldFault[];

  constructor(fields: readonly FieldFault[]) {
    super('some fields are not as described');
    this.name = 'InvalidFields';
    this.fields = fields.slice(0, MOST_TOLD);
  }

  static of(errors: readonly ValidationError[]): InvalidFields {
    return new InvalidFields(errors.flatMap((error) => faultsOf(error, '')));
  }
}

function faultsOf({ property, constraints = {}, children = [] }: ValidationError, path: string): FieldFault[] {
  const field = path ? `${path}.${property}` : property;
  return [
    ...Object.values(constraints).map((message) => ({ field, message })),
    ...children.flatMap((child) => faultsOf(child, field)),
  ];
}
