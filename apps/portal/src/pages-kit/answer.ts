/** What a page handler gives back. */
export type PageAnswer = Html | SeeOther;

export interface Html {
  readonly kind: 'html';
  readonly status: number;
  readonly html: string;
  /** The same for everybody who is not signed in. */
  readonly isForAll: boolean;
  /** When to come again. */
  readonly retryAfterSeconds?: number;
}

export interface SeeOther {
  readonly kind: 'see-other';
  readonly status: 303;
  readonly location: string;
}

export const html = (text: string, status = 200, isForAll = false): Html => ({
  kind: 'html',
  status,
  html: text,
  isForAll,
});

/** After a form: the browser fetches the next page by GET. Only addresses of this site. */
export function seeOther(location: string): SeeOther {
  if (!/^\/(?![/\\])/.test(location)) throw new Error('a redirect leads to another site');
  return { kind: 'see-other', status: 303, location };
}

/** To the identity provider, whose address its own description gives: the one redirect that leads away from this site. */
export const toProvider = (address: URL): SeeOther => ({ kind: 'see-other', status: 303, location: address.href });

export function isPageAnswer(value: unknown): value is PageAnswer {
  const kind: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'kind') : undefined;
  return kind === 'html' || kind === 'see-other';
}
