import { hash } from 'node:crypto';
import { type Instant, millisecondsBetween } from '#lib/kernel';
import type { Translate } from '#lib/localisation';
import { findPersonalData } from '#lib/privacy';
import type { TypedRemark } from './remark-form.js';

/** What an author is shown before a text with personal data goes out; it may be sent all the same. */
export interface PersonalNotice {
  readonly items: readonly { readonly kind: string; readonly passage: string }[];
  /** Sent back by the form: these very passages were seen. */
  readonly seen: string;
}

/** Who sends in the last quarter of an hour is not held up by a second look; the officer is told all the same. */
const LAST_MS = 15 * 60_000;

type Typed = Pick<TypedRemark, 'text' | 'proposedWording' | 'personalSeen'>;

/** @returns null when there is nothing to show, or it was seen, or the close is near */
export function personalNotice(
  typed: Typed,
  closeAt: Instant | null,
  now: Instant,
  t: Translate,
): PersonalNotice | null {
  if (closeAt !== null && millisecondsBetween(now, closeAt) < LAST_MS) return null;
  const items = [typed.text, typed.proposedWording].flatMap((text) =>
    findPersonalData(text).map(({ kind, start, end }) => ({
      kind: t(`privacy.kind.${kind}`),
      passage: text.slice(start, end),
    })),
  );
  const seen = hash('sha256', JSON.stringify(items.map(({ passage }) => passage)));
  return items.length === 0 || typed.personalSeen === seen ? null : { items, seen };
}
