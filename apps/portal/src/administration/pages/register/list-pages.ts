import type { Form } from '../../../pages-kit/form.js';

/** What was searched for, and after which code the page begins. */
export function searched(form: Form): { readonly search: string; readonly after: string | undefined } {
  const clean = (text: string) => text.slice(0, 200).replaceAll('\0', '');
  return { search: clean(form.text('q')), after: clean(form.text('after')) || undefined };
}

/** Addresses of the next page and of the first, with what narrows the list. */
export function listPages(
  path: string,
  narrowed: Readonly<Record<string, string>>,
  { after, next }: { readonly after: string | undefined; readonly next?: string | undefined },
): { readonly next?: string; readonly first?: string } {
  const query = new URLSearchParams(Object.entries(narrowed).filter(([, value]) => value !== '')).toString();
  const here = query ? `${path}?${query}` : path;
  return {
    ...(next ? { next: `${here}${query ? '&' : '?'}after=${encodeURIComponent(next)}` } : {}),
    ...(after ? { first: here } : {}),
  };
}
