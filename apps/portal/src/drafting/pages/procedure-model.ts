import { type Dossier, type DraftReadout, mayDraft, type SavedDraftVersion } from '#lib/drafting';
import { may } from '#lib/identity';
import { citizen } from '#lib/kernel';
import type { VisibleVersion } from '#lib/reports';
import type { ProcedureProfile } from '#lib/time-limits';
import { versionName } from '../../comparison/pages/version-name.js';
import type { Form } from '../../pages-kit/form.js';
import { type FormErrors, noErrors, withErrors } from '../../pages-kit/form-errors.js';
import { codeRow, row } from '../../pages-kit/summary-row.js';
import { inLanguage } from '../../pages-kit/titles.js';
import type { PageVisit } from '../../pages-kit/visit.js';
import type { ProcedureModel, TypedPlacement } from './procedure.view.js';

interface ProcedureFacts {
  readonly visit: PageVisit;
  readonly dossier: Dossier;
  readonly profile: ProcedureProfile;
  readonly draft: DraftReadout | null;
  readonly versions: readonly VisibleVersion[];
  readonly placements: readonly TypedPlacement[];
  readonly outages: ProcedureModel['outages'];
  /** Of the placed draft. */
  readonly discussionId: string | undefined;
  /** null where the draft is not to be placed. */
  readonly obstacles: ProcedureModel['obstacles'];
  readonly saved: ProcedureModel['saved'];
  readonly errors?: FormErrors;
}

export function procedureModel(facts: ProcedureFacts): ProcedureModel {
  const { visit, dossier, profile, draft, versions, placements, outages, errors } = facts;
  const { t, language } = visit;
  const title = inLanguage(dossier.title, language);
  const here = visit.to(`officer/procedures/${dossier.id}`);
  return {
    ...(errors ? withErrors(errors) : noErrors),
    back: { href: visit.to('officer'), text: t('nav.desk') },
    title: title.text,
    titleLanguage: title.language,
    facts: [
      row(t('own.state'), t(`procedure.state.${dossier.state}`)),
      row(t('draft.developer'), inLanguage(dossier.developer.name, language).text),
      ...(dossier.service ? [codeRow(t('draft.service-code'), dossier.service.code)] : []),
      row(t('draft.rules'), profile.title[language]),
      ...(draft ? [row(t('draft.version-name'), t('draft.version', { number: draft.version }))] : []),
      ...(draft ? [codeRow(t('draft.hash'), draft.textSha256)] : []),
    ],
    outages,
    work: workLinks(facts),
    drafting: draftingLinks(facts),
    saved: facts.saved,
    hasText: draft !== null,
    mayPlace: dossier.state === 'DRAFTING' && may(visit.request.officer ?? citizen, 'draft.place'),
    zoneHint: t('place.placed-at-hint', { zone: profile.closing.zoneTitle[language] }),
    placements,
    obstacles: facts.obstacles,
    action: here,
    versions: versions.map((version, place) => versionLine(version, versions[place - 1], here, facts)),
    clauses: (draft?.clauses ?? []).map(({ label, kind, text }) => ({
      label,
      isSection: kind === 'SECTION',
      kk: text.kk,
      ru: text.ru,
    })),
  };
}

function workLinks({ visit, discussionId }: ProcedureFacts): ProcedureModel['work'] {
  if (discussionId === undefined) return [];
  const own = (path: string) => visit.to(`officer/discussions/${discussionId}/${path}`);
  return [
    { href: own('queue'), text: visit.t('desk.queue') },
    { href: own('sheet'), text: visit.t('sheet.page-title') },
    ...(may(visit.request.officer ?? citizen, 'letters.import')
      ? [{ href: own('intake'), text: visit.t('sheet.intake.page-title') }]
      : []),
  ];
}

function draftingLinks({ visit, dossier }: ProcedureFacts): ProcedureModel['drafting'] {
  const own = (path: string, text: string) => ({ href: visit.to(`officer/procedures/${dossier.id}/${path}`), text });
  const { t } = visit;
  return [
    ...(mayWrite(dossier, visit) ? [own('text', t('drafting.edit')), own('import', t('drafting.import'))] : []),
    ...(dossier.latestVersion ? [own('preview', t('drafting.preview'))] : []),
  ];
}

/** Whether this official may save another version of the text now. */
export const mayWrite = ({ state }: Dossier, { request }: PageVisit): boolean =>
  mayDraft(state) && may(request.officer ?? citizen, 'draft.save');

/** What `savedNote` reads. */
export const savedQuery = ({ version, isNew }: Pick<SavedDraftVersion, 'version' | 'isNew'>): string =>
  `?saved=${version}${isNew ? '' : '&same=1'}`;

/** `?saved=3`, and `&same=1` when the text was that of version 3 already. */
export function savedNote(query: Form, { t }: PageVisit): ProcedureModel['saved'] {
  const number = query.text('saved');
  if (!/^[1-9]\d{0,8}$/.test(number)) return null;
  const isNew = query.text('same') === '';
  return { text: t(isNew ? 'drafting.saved' : 'drafting.saved-same', { number: Number(number) }), isNew };
}

function versionLine(
  version: VisibleVersion,
  previous: VisibleVersion | undefined,
  here: string,
  { visit, profile }: ProcedureFacts,
): ProcedureModel['versions'][number] {
  return {
    name: versionName(version, visit.t),
    saved: visit.t('compare.saved-at', { when: visit.when(version.createdAt, profile.closing.zone) }),
    compareHref: previous ? `${here}/compare?from=${previous.version}&to=${version.version}` : null,
  };
}
