import type { MessageKey } from '#lib/localisation';
import type { PageVisit } from '../../../pages-kit/visit.js';

/** What a step said when it failed, by what can be done about it. The first that fits. */
const kinds: readonly (readonly [RegExp, MessageKey])[] = [
  [/no space left|ENOSPC|could not (extend|write)|disk full/i, 'making.failure.no-space'],
  [/statement timeout|lock timeout|timed? ?out|deadlock|57014|55P03/i, 'making.failure.took-too-long'],
  [
    /ECONNREFUSED|ECONNRESET|Connection terminated|connection.*(closed|lost)|too many clients|57P0/i,
    'making.failure.database-away',
  ],
  [/not what was stored|hash|sha-?256/i, 'making.failure.damaged'],
  [/heap|out of memory|ENOMEM|allocation/i, 'making.failure.memory'],
];

/** Why a step failed, in people's words. */
export function failureWords(error: string, { t }: PageVisit): string {
  const [, key] = kinds.find(([pattern]) => pattern.test(error)) ?? [];
  return t(key ?? 'making.failure.other');
}
