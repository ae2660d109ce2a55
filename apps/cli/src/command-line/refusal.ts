/** A command that cannot do what was asked; each line tells one thing, the first says what. */
export class Refusal extends Error {
  readonly lines: readonly string[];

  constructor(first: string, ...more: readonly string[]) {
    super(first);
    this.lines = [first, ...more];
  }
}
