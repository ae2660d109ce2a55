import type { Page } from '#lib/kernel';
import { actorKinds, ledgerActs, type ReadEntry } from '#lib/ledger';
import { collator, OFFICE_ZONE } from '#lib/localisation';
import { codeFact } from '../../../pages-kit/fact.js';
import { withErrors } from '../../../pages-kit/form-errors.js';
import { selectOptions } from '../../../pages-kit/select-options.js';
import type { PageVisit } from '../../../pages-kit/visit.js';
import { actorWords, actWords, subjectWords } from './act-words.js';
import { type AskedFilter, queryOf } from './audit-filters.js';
import type { AuditModel, ShownVerification } from './audit.view.js';
import { recordedFacts } from './recorded-facts.js';

export interface AuditFacts {
  readonly asked: AskedFilter;
  readonly found: Page<ReadEntry>;
  readonly names: ReadonlyMap<string, string>;
  /** The cursor of this page; absent on the first. */
  readonly after: string | undefined;
  readonly verified: ShownVerification | null;
}

export function auditModel({ asked, found, names, after, verified }: AuditFacts, visit: PageVisit): AuditModel {
  const { t } = visit;
  const query = queryOf(asked.typed);
  const here = visit.to(`officer/audit${query ? `?${query}` : ''}`);
  const next = found.next && `${here}${query ? '&' : '?'}after=${encodeURIComponent(found.next)}`;
  const file = visit.to(`officer/audit/file${query ? `?${query}` : ''}`);
  return {
    back: { href: visit.to('officer/administration'), text: t('administration.title') },
    action: visit.to('officer/audit'),
    filter: asked.typed,
    acts: selectOptions(actsInOrder(visit), asked.filter.act, t('audit.every-act')),
    kinds: selectOptions(
      actorKinds.map((kind) => [kind, t(`audit.kind-${kind}`)] as const),
      asked.filter.kind,
      t('audit.everybody'),
    ),
    chainHref: visit.to('officer/audit/chain'),
    verified,
    saveHref: found.items.length > 0 ? file : null,
    entries: found.items.map((entry) => line(entry, names, visit)),
    pages: { ...(next ? { next } : {}), ...(after ? { first: here } : {}) },
    ...withErrors(asked.errors),
  };
}

const actsInOrder = ({ t, language }: PageVisit): (readonly [string, string])[] => {
  const { compare } = collator(language);
  return ledgerActs.map((act) => [act, actWords(act, t)] as const).toSorted(([, a], [, b]) => compare(a, b));
};

function line(entry: ReadEntry, names: ReadonlyMap<string, string>, visit: PageVisit): AuditModel['entries'][number] {
  const { t } = visit;
  const { id, sequence, hash, at, act, actor, subjectKind, subjectId, data } = entry;
  return {
    id,
    number: sequence === null ? '–' : String(sequence),
    at: visit.when(at, OFFICE_ZONE),
    act: actWords(act, t),
    who: actorWords(actor, names, t),
    subject: subjectWords(subjectKind, t),
    subjectId,
    subjectHref: visit.to(`officer/audit?about=${subjectId}`),
    isSealed: sequence !== null,
    facts: [
      ...recordedFacts(data),
      codeFact(t('audit.entry-id'), id),
      ...(hash === null ? [] : [codeFact(t('audit.hash'), hash)]),
    ],
  };
}
