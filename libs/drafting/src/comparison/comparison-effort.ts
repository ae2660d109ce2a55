/** Items added and removed up to which one comparison looks for what is common: its work grows with the square of their number. */
const MOST_CHANGES = 1_500;

/** What it costs to read an item, in steps of that search. */
const STEPS_TO_READ = 4;

/** Of all comparisons that belong together: some seconds. A page of a hundred clauses takes a hundredth of it. */
const STEPS = 20_000_000;

/**
 * The work that the comparison of two texts, or of two versions, may cost. It is counted in steps, not in time, so that the
 * same texts always give the same comparison. When it is used up, what remains is shown as replaced whole.
 */
export class ComparisonEffort {
  constructor(private left = STEPS) {}

  get isSpent(): boolean {
    return this.left <= 0;
  }

  /** How many changes the next comparison may look for. */
  get mostChanges(): number {
    return Math.min(MOST_CHANGES, Math.floor(Math.sqrt(2 * Math.max(0, this.left))));
  }

  /** For a comparison of so many items that found so many changes, or gave up at so many. */
  spend(items: number, changes: number): void {
    this.left -= items * STEPS_TO_READ + (changes * changes) / 2;
  }
}
