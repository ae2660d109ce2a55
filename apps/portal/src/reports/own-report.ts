import type { DiscussionDetails } from '#lib/discussion';
import {
  ErrataOf,
  type ErratumView,
  isFrozen,
  isInWork,
  mayOpenErratum,
  ReportOf,
  type ReportView,
} from '#lib/reports';
import { Injectable } from '@nestjs/common';
import { OwnDiscussion } from '../consideration/own-discussion.js';
import type { OfficerActor } from '../rights/person.js';

/** The report of an own discussion with all that was made of it. */
export interface OwnReportState {
  readonly discussion: DiscussionDetails;
  /** The newest first. */
  readonly versions: readonly ReportView[];
  /** The version that waits for its signature. */
  readonly unsigned: ReportView | undefined;
  /** The newest that is signed, published or not. */
  readonly signed: ReportView | undefined;
  readonly errata: readonly ErratumView[];
  /** The correction that is open. */
  readonly open: ErratumView | undefined;
  readonly isInWork: boolean;
  readonly mayOpenErratum: boolean;
}

@Injectable()
export class OwnReport {
  constructor(
    private readonly discussions: OwnDiscussion,
    private readonly reports: ReportOf,
    private readonly errata: ErrataOf,
  ) {}

  /** @throws NotFound also for another body's */
  async of(discussionId: string, officer: OfficerActor): Promise<OwnReportState> {
    const discussion = await this.discussions.of(discussionId, officer);
    const versions = await this.reports.versions(discussionId, officer);
    const errata = await this.errata.all(discussionId);
    const signed = versions.find(({ state }) => isFrozen(state));
    const open = errata.find(({ report }) => report === null);
    const standing = {
      discussion: discussion.state,
      newestSigned: signed?.state,
      hasOpenErratum: open !== undefined,
    };
    return {
      discussion,
      versions,
      unsigned: versions.find(({ state }) => state === 'ASSEMBLED'),
      signed,
      errata,
      open,
      isInWork: isInWork(standing),
      mayOpenErratum: mayOpenErratum(standing),
    };
  }
}
