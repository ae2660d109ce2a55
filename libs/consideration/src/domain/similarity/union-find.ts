/** Which of the numbers 0 … size − 1 hang together; four bytes a number. Of a set the smallest number stands for it. */
export class UnionFind {
  private readonly parent: Int32Array;

  constructor(size: number) {
    this.parent = Int32Array.from({ length: size }, (_, number) => number);
  }

  unite(a: number, b: number): void {
    const [first, second] = [this.find(a), this.find(b)];
    this.parent[Math.max(first, second)] = Math.min(first, second);
  }

  /** The smallest number of the set. */
  find(number: number): number {
    let at = number;
    let above = this.parent[at] ?? at;
    while (above !== at) {
      const further = this.parent[above] ?? above;
      this.parent[at] = further; // halves the way for those who come after
      at = further;
      above = this.parent[at] ?? at;
    }
    return at;
  }

  /** `find` of every number. */
  roots(): Int32Array {
    return this.parent.map((_, number) => this.find(number));
  }
}
