import { randomUUID } from 'node:crypto';

export interface Acknowledged {
  readonly number: string;
  readonly receivedAt: string;
}

export interface WritersResult {
  readonly acknowledged: readonly Acknowledged[];
  readonly refusedLate: number;
  /** Answers that were neither: nothing but 503 while the database was away is expected here. */
  readonly other: Readonly<Record<string, number>>;
}

/**
 * `count` writers send remarks one after another to the portals in turn until `until` (epoch ms of this process). A request that
 * got no answer is sent again with its key.
 */
export async function writeAcrossClose(
  portals: readonly string[],
  discussionId: string,
  count: number,
  until: number,
): Promise<WritersResult> {
  const acknowledged: Acknowledged[] = [];
  const other: Record<string, number> = {};
  let refusedLate = 0;
  const writer = async (index: number) => {
    for (let turn = 0; Date.now() < until; turn += 1) {
      const portal = portals[(index + turn) % portals.length] ?? '';
      const { status, body } = await sendUntilAnswered(portal, discussionId, `${index}-${turn}`);
      if (status === 201) acknowledged.push(body as unknown as Acknowledged);
      else if (status === 409 && body['code'] === 'discussion-closed') refusedLate += 1;
      else other[`${status} ${String(body['code'])}`] = (other[`${status} ${String(body['code'])}`] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: count }, (_, index) => writer(index)));
  return { acknowledged, refusedLate, other };
}

async function sendUntilAnswered(portal: string, discussionId: string, label: string) {
  const key = randomUUID();
  for (;;) {
    try {
      const response = await fetch(`${portal}/api/v1/discussions/${discussionId}/remarks`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': `"${key}"` },
        body: JSON.stringify({
          kind: 'REMARK',
          language: 'kk',
          sender: { kind: 'INDIVIDUAL', name: `Жазушы ${label}`, email: 'writer@example.kz' },
          text: `Ескерту ${label}: мерзімді қысқарту керек. ${key}`,
          anchors: [],
        }),
      });
      return { status: response.status, body: (await response.json()) as Record<string, unknown> };
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}
