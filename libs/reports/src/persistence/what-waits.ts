import { HidingsOf, PendingEntries, WaitingRemarks } from '#lib/discussion';
import type { Queryable } from '#lib/database';
import { Injectable } from '@nestjs/common';
import { type Blocker, blocker } from '../domain/blockers.js';

/** Of the letters that wait, the blockers name so many. */
const NAMED = 100;

/** What another officer has still to settle: a letter that may be a remark on time, a remark that may be hidden, texts to release. */
@Injectable()
export class WhatWaits {
  constructor(
    private readonly entries: PendingEntries,
    private readonly hidings: HidingsOf,
    private readonly texts: WaitingRemarks,
  ) {}

  /** REQ-41, REQ-116: neither the count nor the text of a signed report depends on what somebody settles later. */
  async of(q: Queryable, discussionId: string): Promise<Blocker[]> {
    const entries = await this.entries.of(discussionId, NAMED, q);
    const { waiting, objections } = await this.hidings.of(discussionId, q);
    const texts = await this.texts.count(discussionId, q);
    return [
      ...entries.map(({ registration }) => blocker('entry-waits', 'REQ-41', { detail: registration })),
      ...waiting.map(({ number }) => blocker('hiding-waits', 'REQ-116', { number })),
      ...objections.map((number) => blocker('objection-waits', 'REQ-116', { number })),
      ...(texts > 0 ? [blocker('text-waits', 'REQ-116', { detail: String(texts) })] : []),
    ];
  }
}
