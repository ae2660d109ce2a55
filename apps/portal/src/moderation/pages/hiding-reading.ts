import {
  type HidingDetails,
  HidingsOfRemark,
  type ObjectionDetails,
  ObjectionsOf,
  type OriginalText,
  OriginalTexts,
} from '#lib/discussion';
import { Injectable } from '@nestjs/common';
import { type OwnRemark, OwnRemarks } from '../../consideration/own-remarks.js';
import type { OfficerActor } from '../../rights/person.js';

/** Everything a page about hiding a remark's text, or passages of it, is made from. */
export interface HidingReading {
  readonly own: OwnRemark;
  /** The newest first. */
  readonly hidings: readonly HidingDetails[];
  readonly original?: OriginalText;
  /** The oldest first. */
  readonly objections: readonly ObjectionDetails[];
}

@Injectable()
export class HidingReadings {
  constructor(
    private readonly remarks: OwnRemarks,
    private readonly hidings: HidingsOfRemark,
    private readonly originals: OriginalTexts,
    private readonly objections: ObjectionsOf,
  ) {}

  /** @throws NotFound, the same for another body's */
  async of(number: string, officer: OfficerActor): Promise<HidingReading> {
    const own = await this.remarks.of(number, officer);
    const { id, erasedAt } = own.remark;
    const original = erasedAt === null ? await this.originals.of(id) : undefined;
    return { own, hidings: await this.hidings.of(id), original, objections: await this.objections.remark(id) };
  }
}
