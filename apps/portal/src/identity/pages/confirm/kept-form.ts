import { Form, WAITS } from '../../../pages-kit/form.js';

/** An own page of officials to go back to; nothing else is led to. */
export function ownPath(path: unknown): string | undefined {
  return typeof path === 'string' && /^\/(kk|ru|en)\/officer([/?][^\\\s]*)?$/.test(path) && !path.includes('//')
    ? path
    : undefined;
}

/** A form that came too late after the last confirmation, to be sent again as it was typed. */
export interface KeptForm {
  readonly action: string;
  readonly fields: readonly { readonly name: string; readonly value: string }[];
}

/** What was posted, without the token of the form. */
export function keptForm(action: string, body: unknown): KeptForm | undefined {
  const path = ownPath(action);
  return path === undefined ? undefined : { action: path, fields: fieldsOf(body) };
}

/** The fields of a form that was posted, without its token and what the page it waited in added. */
export const fieldsOf = (body: unknown): KeptForm['fields'] =>
  new Form(body).entries.filter(({ name }) => name !== 'csrf' && name !== WAITS);

export const written = ({ fields }: KeptForm): string => JSON.stringify(fields.map(({ name, value }) => [name, value]));

/** Reads what `written` wrote; undefined when it is anything else. */
export function readKept(action: unknown, text: string): KeptForm | undefined {
  const path = ownPath(action);
  if (path === undefined || text === '') return undefined;
  try {
    const pairs: unknown = JSON.parse(text);
    if (!Array.isArray(pairs)) return undefined;
    const fields = pairs.map((pair: unknown) => {
      const [name, value]: readonly unknown[] = Array.isArray(pair) ? pair : [];
      if (typeof name !== 'string' || typeof value !== 'string') throw new TypeError('no field of a form');
      return { name, value };
    });
    return { action: path, fields };
  } catch {
    return undefined;
  }
}
