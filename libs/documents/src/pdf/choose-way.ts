import type { Block, Row } from '../document.js';
import { rowsOf } from '../rows-of.js';

type Blocks = Iterable<Block> | AsyncIterable<Block>;

interface Way {
  readonly isTagged: boolean;
  readonly blocks: Blocks;
}

/**
 * Whether the document is small enough to be tagged: all tables tell their size, and their rows and the blocks are no more
 * than the limit. An array is looked through. Of other blocks as many as the limit allows are taken in advance, each with its
 * rows, because a table may have to be read before the next block is asked for.
 */
export async function chooseWay(blocks: Blocks, most: number): Promise<Way> {
  if (Array.isArray(blocks)) return { isTagged: sizeOf(blocks as Block[]) <= most, blocks };
  const rest = (async function* () {
    yield* blocks;
  })();
  const taken: Block[] = [];
  try {
    for (let size = 0; ;) {
      const { value: block, done } = await rest.next();
      if (done) return { isTagged: true, blocks: taken };
      size += sizeOf([block]);
      if (size > most) return { isTagged: false, blocks: replayed([...taken, block], rest) };
      taken.push(block.kind === 'table' ? { ...block, rows: await allOf(rowsOf(block)) } : block);
    }
  } catch (error) {
    await rest.return(undefined);
    throw error;
  }
}

const sizeOf = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, block) => sum + 1 + (block.kind === 'table' ? (block.size ?? Infinity) : 0), 0);

async function allOf(rows: AsyncIterable<Row>): Promise<Row[]> {
  const all: Row[] = [];
  for await (const row of rows) all.push(row);
  return all;
}

async function* replayed(taken: readonly Block[], rest: AsyncGenerator<Block>): AsyncGenerator<Block> {
  try {
    yield* taken;
    yield* rest;
  } finally {
    await rest.return(undefined);
  }
}
