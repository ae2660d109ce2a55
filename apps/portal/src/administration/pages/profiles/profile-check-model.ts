import { languages } from '#lib/kernel';
import type { NewProfile } from '#lib/procedure-profiles';
import type { ProcedureProfile, Titles, WorkingCalendar } from '#lib/time-limits';
import type { Form } from '../../../pages-kit/form.js';
import { codeRow, row, type SummaryRow } from '../../../pages-kit/summary-row.js';
import type { PageVisit } from '../../../pages-kit/visit.js';
import type { ProfileCheckModel } from './new-profile.view.js';
import { profileExamples } from './profile-examples.js';
import { type ProfilePart } from './profile-fields.js';
import { profileModel } from './profile-model.js';

interface Checked {
  readonly added: NewProfile;
  readonly base: ProcedureProfile;
  readonly profile: ProcedureProfile;
  readonly calendar: WorkingCalendar;
  readonly parts: readonly ProfilePart[];
  readonly form: Form;
}

const inEach = (titles: Titles): string => languages.map((language) => titles[language]).join(' / ');

/** What was typed, in words: what it differs in from its base, and what follows from it. */
export function profileCheckModel(checked: Checked, visit: PageVisit): ProfileCheckModel {
  const { added, base, profile, calendar, parts, form } = checked;
  const { t } = visit;
  const names = parts.flatMap(({ fields }) => fields.map(({ name }) => name));
  return {
    back: { href: visit.to('officer/profiles'), text: t('profile.list-title') },
    action: visit.to(`officer/profiles/new/${base.id}`),
    facts: [
      codeRow(t('profile.id'), profile.id),
      ...languages.map((each) => row(`${t('profile-form.title')} (${t(`language.${each}`)})`, profile.title[each])),
      row(t('profile-form.kind'), kindWords(added, base, visit)),
      row(t('profile-form.valid-from'), visit.day(profile.validFrom)),
      row(t('profile-form.based-on'), `${base.title[visit.language]} (${base.id})`),
    ],
    changes: changesOf(base, profile, visit),
    examples: profileExamples(profile, calendar, visit),
    typed: names.flatMap((name) => form.list(name).map((value) => ({ name, value }))),
  };
}

const kindWords = ({ family }: NewProfile, base: ProcedureProfile, { t }: PageVisit): string =>
  family === base.family ? t('profile-form.kind-version', { family }) : t('profile-form.kind-own-named', { family });

/** Row by row as the page of a profile says it; what is only in another language of the interface is compared in all of them. */
function changesOf(base: ProcedureProfile, profile: ProcedureProfile, visit: PageVisit): ProfileCheckModel['changes'] {
  const before = rulesInWords(base, visit);
  return rulesInWords(profile, visit).flatMap(({ key, value }, place) => {
    const was = before[place]?.value.text ?? '';
    return was === value.text ? [] : [{ rule: key.text, before: was, after: value.text }];
  });
}

function rulesInWords(profile: ProcedureProfile, visit: PageVisit): SummaryRow[] {
  const { t } = visit;
  const apart = [t('profile.id'), t('profile.in-force')];
  return [
    ...profileModel(profile, visit).parts.flatMap(({ rows }) => rows.filter(({ key }) => !apart.includes(key.text))),
    row(t('profile-form.waits-hours'), String(profile.moderation.waitsHours)),
    row(t('profile-form.zone-title'), inEach(profile.closing.zoneTitle)),
    row(
      t('profile.basis'),
      profile.basis
        .map(({ act, clauses, isConfirmed }) =>
          [inEach(act), clauses.join(', '), t(isConfirmed ? 'profile.confirmed' : 'profile.unconfirmed')]
            .filter((part) => part !== '')
            .join('; '),
        )
        .join(' · '),
    ),
  ];
}
