/** One page of a list walked by key: `next` is the cursor of the page after, absent on the last. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next?: string;
}

export interface PageRequest {
  readonly size: number;
  readonly after?: string;
}

/** A page request within limits: 1-100 items, 20 by default. */
export function pageRequest(size: number | undefined, after?: string): PageRequest {
  const wanted = Number.isInteger(size) ? Number(size) : 20;
  return { size: Math.min(100, Math.max(1, wanted)), ...(after ? { after } : {}) };
}
