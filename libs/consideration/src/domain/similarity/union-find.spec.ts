import { describe, expect, it } from '@jest/globals';
import { UnionFind } from './union-find.js';

describe('what hangs together', () => {
  it('is found through others, and the smallest stands for it', () => {
    const sets = new UnionFind(7);
    sets.unite(5, 3);
    sets.unite(6, 1);
    sets.unite(3, 6);
    expect([...sets.roots()]).toEqual([0, 1, 2, 1, 4, 1, 1]);
  });

  it('does not depend on the order of uniting', () => {
    const links = Array.from({ length: 200 }, (_, at) => [at, (at * 37) % 100 < 50 ? (at + 2) % 200 : at] as const);
    const rootsOf = (pairs: typeof links) => {
      const sets = new UnionFind(200);
      for (const [a, b] of pairs) sets.unite(b, a);
      return [...sets.roots()];
    };
    expect(rootsOf(links.toReversed())).toEqual(rootsOf(links));
  });
});
