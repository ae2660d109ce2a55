/** Numbers that look random and are the same in every run, from 0 up to `below`. */
export function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** One change of bytes: some flipped bits, a byte more, some less, an end cut off, a piece copied over another. */
export function mutateBytes(file: Buffer, roll: (below: number) => number): Buffer {
  const changed = Buffer.from(file);
  const at = roll(file.length);
  switch (roll(8)) {
    case 0:
      return Buffer.concat([file.subarray(0, at), Buffer.from([roll(256)]), file.subarray(at)]);
    case 1:
      return Buffer.concat([file.subarray(0, at), file.subarray(at + 1 + roll(4))]);
    case 2:
      return file.subarray(0, at);
    case 3: {
      const from = roll(file.length);
      file.copy(changed, at, from, from + roll(64));
      return changed;
    }
    default:
      changed.writeUInt8((changed.readUInt8(at) ^ (1 + roll(255))) & 0xff, at);
      return changed;
  }
}

interface Element {
  tag: number;
  content: Buffer;
  children: Element[];
}

/** One change of structure, lengths put right again: an element dropped, doubled, emptied, moved, of another tag or content. */
export function mutateStructure(der: Buffer, roll: (below: number) => number): Buffer {
  const root: Element = { tag: 0x30, content: Buffer.alloc(0), children: elementsIn(der) };
  const parents = withChildren(root);
  const parent = parents[roll(parents.length)] ?? root;
  const at = roll(parent.children.length);
  const chosen = parent.children[at];
  if (chosen === undefined) return der;
  const others = parents[roll(parents.length)] ?? root;
  const swaps: readonly (() => Element[])[] = [
    () => [],
    () => [chosen, chosen],
    () => [{ ...chosen, children: [], content: Buffer.alloc(0) }],
    () => others.children.slice(0, 1).map(copyOf),
    () => [{ ...chosen, tag: chosen.tag ^ (1 << roll(8)) }],
    () => [{ ...chosen, content: Buffer.from([...chosen.content.subarray(0, roll(20)), roll(256)]) }],
  ];
  parent.children.splice(at, 1, ...(swaps[roll(swaps.length)]?.() ?? []));
  return Buffer.concat(root.children.map(encoded));
}

const withChildren = (element: Element): Element[] =>
  element.children.length > 0 ? [element, ...element.children.flatMap(withChildren)] : [];

function elementsIn(bytes: Buffer): Element[] {
  if (bytes.length === 0) return [];
  const [tag = 0, first = 0] = bytes;
  const more = first > 0x80 ? first - 0x80 : 0;
  const start = 2 + more;
  const end = start + (more > 0 ? bytes.readUIntBE(2, more) : first);
  const content = bytes.subarray(start, end);
  const children = tag & 0x20 ? elementsIn(content) : [];
  return [{ tag, content, children }, ...elementsIn(bytes.subarray(end))];
}

const inside = ({ content, children }: Element): Buffer =>
  children.length > 0 ? Buffer.concat(children.map(encoded)) : content;

/** Without children, so that one moved into itself makes no circle. */
const copyOf = (element: Element): Element => ({ tag: element.tag, content: inside(element), children: [] });

function encoded(element: Element): Buffer {
  const body = inside(element);
  return Buffer.concat([Buffer.from([element.tag, ...lengthOf(body.length)]), body]);
}

/** The shortest form, as the signed parts had it. */
function lengthOf(length: number): number[] {
  if (length < 0x80) return [length];
  return length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
}
