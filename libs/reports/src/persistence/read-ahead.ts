/**
 * The same items. The next is asked for while the one before is worked on, so that the database and this process work at the same
 * time; no more than one is waiting.
 */
export async function* readAhead<Item>(items: AsyncGenerator<Item>): AsyncGenerator<Item> {
  let next = ask(items);
  try {
    for (;;) {
      const { done, value } = await next;
      if (done) return;
      next = ask(items);
      yield value;
    }
  } finally {
    await next.catch(() => undefined);
    await items.return(undefined);
  }
}

function ask<Item>(items: AsyncGenerator<Item>): Promise<IteratorResult<Item>> {
  const asked = items.next();
  // Told when it is waited for; nobody waits for it when the reader stopped before.
  asked.catch(() => undefined);
  return asked;
}
