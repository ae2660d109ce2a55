import { Form } from '../../pages-kit/form.js';
import type { Tab } from './import.view.js';

const SIZE = 50;

/** A page of the rows of one kind, and the address of the next. */
export function pageOfRows<Kind extends string, Row extends { readonly row: number; readonly kind: Kind }>(
  rows: readonly Row[],
  kinds: readonly Kind[],
  query: object,
  here: string,
) {
  const form = new Form(query);
  const shown = form.oneOf('show', kinds);
  const after = Number(form.text('after')) || 0;
  const wanted = rows.filter(({ kind, row }) => (shown === undefined || kind === shown) && row > after);
  const items = wanted.slice(0, SIZE);
  const last = items.at(-1);
  const list = `${here}?${shown ? `show=${shown}&` : ''}`;
  return {
    shown,
    items,
    pages: {
      ...(last && wanted.length > SIZE ? { next: `${list}after=${last.row}` } : {}),
      ...(after > 0 ? { first: shown ? `${here}?show=${shown}` : here } : {}),
    },
  };
}

/** A tab for all rows, and one for each kind, with how many there are. */
export function tabsOf<Kind extends string>(
  counts: Readonly<Record<Kind, number>>,
  kinds: readonly Kind[],
  shown: Kind | undefined,
  here: string,
  text: (kind: Kind | 'all', count: number) => string,
): Tab[] {
  const all = kinds.reduce((sum, kind) => sum + counts[kind], 0);
  return [
    { href: here, text: text('all', all), isCurrent: shown === undefined },
    ...kinds.map((kind) => ({
      href: `${here}?show=${kind}`,
      text: text(kind, counts[kind]),
      isCurrent: kind === shown,
    })),
  ];
}
