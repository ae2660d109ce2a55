import { NotFound } from '#lib/identity';
import {
  ErrataOf,
  type ErratumView,
  ReportOf,
  ReportPlacementsOf,
  type ReportPlacementView,
  type ReportView,
  SignatureOf,
  type SignatureView,
} from '#lib/reports';
import { Injectable } from '@nestjs/common';

/** A published report with what stands around it. */
export interface PublishedReport {
  readonly report: ReportView;
  /** Of the correction it is; null for the first report. */
  readonly erratum: number | null;
  /** Corrections that are published, in the order of their numbers. */
  readonly errata: readonly ErratumView[];
  /** The newest, when it is not this one. */
  readonly correctedBy: ErratumView | undefined;
  readonly signature: SignatureView | undefined;
  readonly placements: readonly ReportPlacementView[];
}

@Injectable()
export class PublishedReports {
  constructor(
    private readonly reports: ReportOf,
    private readonly errata: ErrataOf,
    private readonly signatures: SignatureOf,
    private readonly placements: ReportPlacementsOf,
  ) {}

  /**
   * The report at one address: what was published there stays there, and a correction has an address of its own (REQ-66).
   * @param erratum number of a correction; null for the first report
   * @returns undefined when nothing is published yet
   * @throws NotFound for a correction that is not there
   */
  async at(discussionId: string, erratum: number | null): Promise<PublishedReport | undefined> {
    const all = await this.reports.publishedAll(discussionId);
    const report = all.find(({ head }) => (head.erratum?.number ?? null) === erratum);
    if (!report && erratum !== null) throw new NotFound('report');
    if (!report) return undefined;
    const errata = await this.errata.published(discussionId);
    const newest = errata.at(-1);
    return {
      report,
      erratum,
      errata,
      correctedBy: newest?.number === erratum ? undefined : newest,
      signature: await this.signatures.published(report.id),
      placements: await this.placements.of(discussionId),
    };
  }
}
