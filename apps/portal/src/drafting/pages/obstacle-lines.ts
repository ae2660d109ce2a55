import type { PlacementRefusal } from '#lib/discussion';
import { clauseNames, type StoredClause } from '#lib/drafting';
import { isMessageKey, type Translate } from '#lib/localisation';
import type { PageVisit } from '../../pages-kit/visit.js';
import type { ProcedureModel } from './procedure.view.js';

/** What is in the way of the placement, each with the place in the editor where it is mended. */
export function obstacleLines(
  refusals: readonly PlacementRefusal[],
  clauses: readonly StoredClause[],
  { dossierId, mayDraft }: { readonly dossierId: string; readonly mayDraft: boolean },
  visit: PageVisit,
): NonNullable<ProcedureModel['obstacles']> {
  const places = new Map(clauses.map(({ lineageId, position }) => [lineageId, position]));
  const names = clauseNames(clauses, visit.language, visit.t);
  const editor = visit.to(`officer/procedures/${dossierId}/text`);
  // A clause that has neither number nor words yet goes by its row in the editor.
  const nameOf = ({ partId = '' }: PlacementRefusal) =>
    names.get(partId) ||
    (places.has(partId) ? visit.t('drafting.edit-row', { place: places.get(partId) ?? 0 }) : undefined);
  return refusals.map((refusal) => {
    const anchor = anchorOf(refusal, places);
    return {
      text: refusalLine(refusal, nameOf(refusal), visit.t),
      href: mayDraft && anchor !== undefined ? editor + anchor : null,
    };
  });
}

const unmendedByText = new Set([
  'no-register-entry',
  'no-senders-provider',
  'no-signature-roots',
  'rules-not-in-force',
]);

/** Undefined for what no text mends. */
function anchorOf(
  { refusal, partId, language }: PlacementRefusal,
  places: ReadonlyMap<string, number>,
): string | undefined {
  if (unmendedByText.has(refusal)) return undefined;
  if (refusal === 'title-missing') return `#title-${language}`;
  const place = places.get(partId ?? '');
  if (place === undefined) return '';
  return language ? `#text-${place}-${language}` : `#row-${place}`;
}

/** One reason why the draft cannot be placed, with the clause that asks for it. */
function refusalLine(
  { refusal, clause, language, at }: PlacementRefusal,
  name: string | undefined,
  t: Translate,
): string {
  const where = name ?? (at ? t('draft.clause', { label: at }) : '');
  const tongue = language ? t(`language.${language}`) : '';
  const key = `place.refusal-${refusal}`;
  return isMessageKey(key) ? t(key, { where, language: tongue, clause }) : `${refusal} (${clause})`;
}
