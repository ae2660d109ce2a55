import { Expose, Transform } from 'class-transformer';
import { ValidateBy } from 'class-validator';

interface Rule {
  readonly check: (value: unknown) => boolean;
  /** What the variable must be, read after its name: "must be …". */
  readonly must: string;
}

/** Binds a property to an environment variable and the rule it obeys. */
export function Variable(
  name: string,
  rule: Rule,
  read: (text: string) => unknown = (text) => text,
): PropertyDecorator {
  return (target, property) => {
    Expose({ name })(target, property);
    Transform(({ value }) => (typeof value === 'string' ? read(value.trim()) : value))(target, property);
    ValidateBy({
      name,
      validator: { validate: (value) => rule.check(value), defaultMessage: () => rule.must },
    })(target, String(property));
  };
}

/** Splits a comma-separated list. */
export const list = (text: string) => text.split(',').flatMap((part) => part.trim() || []);

/** A rule for what may be left out. */
export const optional = (rule: Rule): Rule => ({
  ...rule,
  check: (value: unknown) => value === undefined || rule.check(value),
});
