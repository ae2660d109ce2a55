import { type RegisterFault, registerFault } from './register-fault.js';
import { factsOf, type RegisterRow } from './register-row.js';
import { type Authority, mayDevelopStandards, type StateBodyKind } from './state-body.js';

/** What the register already says of a body. */
export interface KnownBody {
  readonly code: string;
  readonly kind: StateBodyKind;
  readonly authority: Authority | null;
}

/**
 * The faults that show only between rows: a code twice, a service of an unknown or not central body (R10.I.2, REQ-12), an
 * authority of R9 with two bodies. A body of the file stands for the one of the register with the same code.
 */
export function checkRegister(rows: readonly RegisterRow[], known: readonly KnownBody[]): RegisterFault[] {
  const bodies = new Map<string, StateBodyKind>(known.map(({ code, kind }) => [code, kind]));
  for (const row of rows) if (row.type === 'body') bodies.set(row.body.code, row.body.kind);
  return [...duplicates(rows), ...takenAuthorities(rows, known), ...servicesWithoutDeveloper(rows, bodies)].toSorted(
    (a, b) => a.line - b.line,
  );
}

function duplicates(rows: readonly RegisterRow[]): RegisterFault[] {
  const seen = new Set<string>();
  return rows.flatMap((row) => {
    const key = `${row.type} ${factsOf(row).code}`;
    if (seen.has(key)) return [registerFault(row.line, 'duplicate', 'code')];
    seen.add(key);
    return [];
  });
}

function takenAuthorities(rows: readonly RegisterRow[], known: readonly KnownBody[]): RegisterFault[] {
  const inFile = new Set(rows.flatMap((row) => (row.type === 'body' ? [row.body.code] : [])));
  const holders = new Map<Authority, string>();
  for (const { code, authority } of known) if (authority && !inFile.has(code)) holders.set(authority, code);
  return rows.flatMap((row) => {
    if (row.type !== 'body' || !row.body.authority) return [];
    const holder = holders.get(row.body.authority);
    holders.set(row.body.authority, holder ?? row.body.code);
    return holder && holder !== row.body.code ? [registerFault(row.line, 'authority-taken', 'authority')] : [];
  });
}

function servicesWithoutDeveloper(
  rows: readonly RegisterRow[],
  bodies: ReadonlyMap<string, StateBodyKind>,
): RegisterFault[] {
  return rows.flatMap((row) => {
    if (row.type !== 'service') return [];
    const kind = bodies.get(row.service.bodyCode);
    if (!kind) return [registerFault(row.line, 'unknown-body', 'body')];
    return mayDevelopStandards(kind) ? [] : [registerFault(row.line, 'body-not-central', 'body')];
  });
}
