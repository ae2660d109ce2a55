import type { OutagesOfDiscussion } from '#lib/discussion';
import type { PageVisit } from '../../pages-kit/visit.js';
import type { ProcedureModel } from './procedure.view.js';

/** When remarks could not be sent, and whether an extension is to be considered (REQ-26, AMB-19). */
export function outagesModel(
  found: OutagesOfDiscussion | undefined,
  zone: string,
  visit: PageVisit,
): ProcedureModel['outages'] {
  if (!found || found.outages.length === 0) return null;
  const { t } = visit;
  const { totalMinutes: minutes, lastHours: hours } = found.limits;
  return {
    total: t('outage.total', { minutes: found.totalMinutes }),
    warning: found.isExtensionToBeConsidered ? t('outage.consider', { minutes, hours }) : null,
    rows: found.outages.map(({ startedAt, endedAt, source, note }) => ({
      from: visit.when(startedAt, zone),
      to: endedAt ? visit.when(endedAt, zone) : t('outage.lasts'),
      source: t(`outage.source.${source}`),
      note,
    })),
  };
}
