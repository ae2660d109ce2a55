import type { ReportPlacementView } from '#lib/reports';
import { type Channel, profileById } from '#lib/time-limits';
import { channelName } from '../../../discussion/pages/channel-name.js';
import type { PageAnswer } from '../../../pages-kit/answer.js';
import { Form } from '../../../pages-kit/form.js';
import { type FormErrors, noErrors, withErrors } from '../../../pages-kit/form-errors.js';
import type { PageVisit } from '../../../pages-kit/visit.js';
import type { OwnReportState } from '../../own-report.js';
import { placementsView, type ReportPlacementsModel, type ShownPlacement } from './placements.view.js';
import { reportFrame, reportPath } from './report-frame.js';

export interface PlacementsReading {
  readonly state: OwnReportState;
  readonly placements: readonly ReportPlacementView[];
  /** Ids of the kept files by their hash. */
  readonly proofs: ReadonlyMap<string, string>;
  readonly visit: PageVisit;
  readonly isDone?: boolean;
  readonly typed?: Form;
  readonly errors?: FormErrors;
}

export function placementsPage(reading: PlacementsReading): PageAnswer {
  const model = placementsModel(reading);
  const carried = model.form ? { carried: { id: 'placement', address: model.form.action } } : {};
  return reading.visit.showForm(placementsView, model, { title: model.heading, ...carried });
}

/** Where the report stands, channel by channel, and what is missing. */
function placementsModel(reading: PlacementsReading): ReportPlacementsModel {
  const { state, placements, proofs, visit, isDone = false, errors } = reading;
  const { discussion, signed } = state;
  const isPublished = signed?.state === 'PUBLISHED';
  const missing = isPublished ? signed.missingChannels : [];
  return {
    ...(errors ? withErrors(errors) : noErrors),
    ...reportFrame(discussion, 'placements', visit),
    done: isDone ? visit.t('placing.recorded') : null,
    warning:
      missing.length > 0
        ? visit.t('placing.missing', { channels: missing.map((each) => channelName(each, visit)).join('; ') })
        : null,
    channels: channelsOf(state, placements).map((channel) => ({
      name: channelName(channel, visit),
      isMissing: missing.includes(channel),
      placements: placements
        .filter((placement) => placement.channel === channel)
        .map((placement) => shown(placement, proofs, discussion, visit)),
    })),
    note: isPublished ? null : visit.t('placing.not-yet'),
    form: isPublished ? formOf(reading) : null,
  };
}

/** Those of the draft first, in the order of the profile. */
export function channelsOf({ discussion }: OwnReportState, placements: readonly ReportPlacementView[]): Channel[] {
  const { mandatory, optional } = profileById(discussion.profileId).channels;
  const used = [...discussion.placements, ...placements].map(({ channel }) => channel);
  const known = [...mandatory, ...optional].filter((channel) => used.includes(channel));
  return [...new Set([...known, ...used])];
}

const shown = (
  { url, placedAt, proofSha256 }: ReportPlacementView,
  proofs: ReadonlyMap<string, string>,
  { id, zone }: OwnReportState['discussion'],
  visit: PageVisit,
): ShownPlacement => ({
  url,
  placedAt: visit.when(placedAt, zone),
  proof:
    proofSha256 === null
      ? null
      : {
          sha256: proofSha256,
          href: proofs.has(proofSha256) ? visit.to(`${reportPath(id, 'placements')}/proofs/${proofSha256}`) : null,
        },
});

function formOf({ state, placements, visit, typed = new Form({}) }: PlacementsReading): ReportPlacementsModel['form'] {
  const { id, profileId } = state.discussion;
  const { t, language } = visit;
  const channels = channelsOf(state, placements);
  const chosen = typed.text('channel') || (state.signed?.missingChannels[0] ?? channels[0] ?? '');
  return {
    action: visit.fileFormAction(reportPath(id, 'placements')),
    channels: channels.map((value) => ({ value, text: channelName(value, visit), selected: value === chosen })),
    url: typed.text('url'),
    placedAt: typed.text('placedAt'),
    zoneHint: t('place.placed-at-hint', { zone: profileById(profileId).closing.zoneTitle[language] }),
  };
}
