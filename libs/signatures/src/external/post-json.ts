import { askOutside, type OutgoingAnswer, OutgoingFailed } from '#lib/outgoing';

export interface PostLimits {
  /** From the first byte sent to the last received. */
  readonly milliseconds: number;
  /** Of the answer. */
  readonly bytes: number;
}

/** Nothing usable came back. The message names neither host nor credentials: it may be shown. */
export class NoUsableAnswer extends Error {}

/**
 * POSTs JSON to an address of the settings and reads JSON back, through the one door outside.
 * @throws NoUsableAnswer
 */
export async function postJson(url: URL, body: object, limits: PostLimits): Promise<unknown> {
  const headers = { accept: 'application/json', 'content-type': 'application/json' };
  const asked = { url, method: 'POST', headers, body: JSON.stringify(body), namedBy: 'configured', ...limits } as const;
  try {
    return parsed(await askOutside(asked));
  } catch (error) {
    if (error instanceof OutgoingFailed) throw new NoUsableAnswer(error.message, { cause: error });
    throw error;
  }
}

function parsed({ status, headers, body }: OutgoingAnswer): unknown {
  if (status !== 200) throw new NoUsableAnswer(`answered ${status}`);
  if (!/^application\/json\s*(;|$)/i.test(headers['content-type'] ?? '')) throw new NoUsableAnswer('answered no JSON');
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    throw new NoUsableAnswer('answered no JSON');
  }
}
