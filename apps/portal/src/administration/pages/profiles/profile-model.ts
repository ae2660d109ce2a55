import type { ProcedureProfile } from '#lib/time-limits';
import { codeRow, row, type SummaryRow } from '../../../pages-kit/summary-row.js';
import type { PageVisit } from '../../../pages-kit/visit.js';
import { secondOfficerActs } from './profile-values.js';
import { channelWords, closingWords, dutyLine, readingWords, sinceWords, termWords, yesNo } from './profile-words.js';
import type { ProfileModel } from './profiles.view.js';

/** Everything a profile says, in words. */
export function profileModel(profile: ProcedureProfile, visit: PageVisit): ProfileModel {
  const { t, language } = visit;
  return {
    back: { href: visit.to('officer/profiles'), text: t('profile.list-title') },
    title: profile.title[language],
    parts: [
      { title: t('profile.part-term'), rows: termRows(profile, visit) },
      { title: t('profile.part-intake'), rows: intakeRows(profile, visit) },
      { title: t('profile.part-consideration'), rows: considerationRows(profile, visit) },
      { title: t('profile.part-moderation'), rows: moderationRows(profile, visit) },
    ],
    duties: profile.duties.map((duty) => dutyLine(duty, visit)),
    basis: profile.basis.map(({ act, clauses, isConfirmed, note }) => ({
      act: act[language],
      clauses: clauses.join(', '),
      state: t(isConfirmed ? 'profile.confirmed' : 'profile.unconfirmed'),
      note: note ?? null,
    })),
  };
}

const termRows = (profile: ProcedureProfile, visit: PageVisit): SummaryRow[] => {
  const { t } = visit;
  const { term } = profile;
  return [
    codeRow(t('profile.id'), profile.id),
    row(t('profile.in-force'), sinceWords(profile, visit)),
    row(t('profile.term'), termWords(term, visit)),
    row(t('profile.minimum'), termWords({ unit: term.unit, length: term.minimumLength }, visit)),
    row(t('profile.reading'), readingWords(profile.reading, visit)),
    row(t('profile.strict-reading'), readingWords(profile.strictReading, visit)),
    row(t('profile.closing'), closingWords(profile.closing, visit)),
    row(
      t('profile.outage'),
      t('profile.outage-words', { minutes: profile.outage.totalMinutes, hours: profile.outage.lastHours }),
    ),
  ];
};

const intakeRows = (profile: ProcedureProfile, visit: PageVisit): SummaryRow[] => {
  const { t } = visit;
  return [
    row(t('profile.late'), t(`profile.late-${profile.latePolicy}`)),
    row(t('profile.postal'), t(`profile.postal-${profile.postalRule}`)),
    row(t('profile.identity'), t(`profile.identity-${profile.identity}`)),
    row(t('profile.anonymous'), yesNo(profile.considersAnonymous, visit)),
    row(t('profile.languages'), profile.draftLanguages.map((each) => t(`language.${each}`)).join(', ')),
    row(t('profile.channels'), channelWords(profile.channels.mandatory, visit)),
    row(t('profile.channels-optional'), channelWords(profile.channels.optional, visit)),
    row(t('profile.retention'), t('clock.length-month', { count: profile.retention.senderMonths })),
  ];
};

const considerationRows = ({ decisions, secondOfficer, reportTemplate }: ProcedureProfile, visit: PageVisit) => {
  const { t, language } = visit;
  return [
    row(t('profile.reasons'), decisions.reasons.map(({ title }) => title[language]).join('; ')),
    row(t('profile.ground-length'), t('profile.ground-length-words', { count: decisions.minimumGroundLength })),
    row(t('profile.same-ground'), t('profile.same-ground-words', { count: decisions.sameGroundLimit })),
    ...secondOfficerActs.map((act) => row(t(`profile.second-${act}`), yesNo(secondOfficer[act], visit))),
    row(t('profile.report'), t(`profile.report-${reportTemplate}`)),
  ];
};

const moderationRows = ({ moderation }: ProcedureProfile, visit: PageVisit): SummaryRow[] => {
  const { t } = visit;
  return [
    row(t('profile.publication'), t(`profile.publication-${moderation.publication}`, { hours: moderation.waitsHours })),
    row(t('profile.grounds'), moderation.grounds.map((each) => t(`hiding.ground.${each}`)).join('; ')),
  ];
};
