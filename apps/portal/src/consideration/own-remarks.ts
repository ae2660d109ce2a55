import { type SimilarRemarks, SimilarRemarksOf } from '#lib/consideration';
import { type DiscussionDetails, type OfficerRemark, RemarkByNumber } from '#lib/discussion';
import { DraftTexts, type StoredClause } from '#lib/drafting';
import { NotFound } from '#lib/identity';
import { Injectable } from '@nestjs/common';
import type { OfficerActor } from '../rights/person.js';
import { Changeable, type ChangeableClause } from './changeable.js';
import { OwnDiscussion } from './own-discussion.js';

export interface OwnRemark {
  readonly remark: OfficerRemark;
  readonly discussion: DiscussionDetails;
  /** Of the text under discussion. */
  readonly clauses: readonly StoredClause[];
  /** Of the latest text, and those of the discussed text that are no longer in it: what an accepted point may have changed. */
  readonly changeable: readonly ChangeableClause[];
  /** The group it is in, or what it is suggested with (REQ-44). */
  readonly similar: SimilarRemarks;
}

/** A remark with its sender, for officials of the developing body only (REQ-46). */
@Injectable()
export class OwnRemarks {
  constructor(
    private readonly remarks: RemarkByNumber,
    private readonly discussions: OwnDiscussion,
    private readonly texts: DraftTexts,
    private readonly changeable: Changeable,
    private readonly similar: SimilarRemarksOf,
  ) {}

  /** @throws NotFound, the same for another body's */
  async of(number: string, officer: OfficerActor): Promise<OwnRemark> {
    const remark = await this.remarks.forOfficer(number);
    const discussion = await this.discussions.of(remark.discussionId, officer).catch(() => {
      throw new NotFound('remark');
    });
    const { clauses } = await this.texts.byVersion(discussion.versionId);
    const changeable = await this.changeable.of(discussion);
    return { remark, discussion, clauses, changeable, similar: await this.similar.remark(remark.id) };
  }
}
