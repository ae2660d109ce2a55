import { ApiProperty } from '@nestjs/swagger';
import { remarksReconcile } from '#lib/reports';
import type { ClosingState } from '../closing-facts.js';
import type { OwnReportState } from '../own-report.js';
import { BlockerResponse } from './report.responses.js';

export class ProgressResponse {
  @ApiProperty()
  received: number;

  @ApiProperty()
  decided: number;

  @ApiProperty()
  undecided: number;

  @ApiProperty()
  withdrawn: number;

  @ApiProperty()
  hidden: number;
}

export class SenderCountsResponse {
  @ApiProperty({ description: 'The sender has signed the remark' })
  bySignature: number;

  @ApiProperty({ description: 'An identity provider named the sender' })
  byProvider: number;

  @ApiProperty({ description: 'The mailbox of the address agreed' })
  byMailbox: number;

  @ApiProperty({ description: 'Named only, or entered by officials' })
  notConfirmed: number;
}

export class StockAnswerResponse {
  @ApiProperty()
  groundKk: string;

  @ApiProperty()
  groundRu: string;

  @ApiProperty({ description: 'Different remarks under which it stands' })
  remarks: number;
}

export class UntracedChangeResponse {
  @ApiProperty({ format: 'uuid' })
  lineageId: string;

  @ApiProperty({ enum: ['changed', 'added', 'removed'] })
  change: string;
}

/** What still stands between a closed discussion and its report, and what a signer is warned of. */
export class ClosingChecklistResponse {
  @ApiProperty({ type: ProgressResponse })
  progress: ProgressResponse;

  @ApiProperty({
    type: SenderCountsResponse,
    description: 'Received remarks by how their senders were confirmed (AMB-20)',
  })
  senders: SenderCountsResponse;

  @ApiProperty({ description: 'received = decided + withdrawn + hidden' })
  reconciles: boolean;

  @ApiProperty({ type: [String], description: 'Numbers of the first undecided remarks' })
  undecided: string[];

  @ApiProperty({
    type: [String],
    nullable: true,
    description: 'Of the first that wait for a second officer; null where none is asked for',
  })
  unconfirmed: string[] | null;

  @ApiProperty({ type: [UntracedChangeResponse] })
  untraced: UntracedChangeResponse[];

  @ApiProperty({ type: [BlockerResponse], description: 'Letters and hidings that another officer has to settle' })
  waiting: BlockerResponse[];

  @ApiProperty({ type: Number, nullable: true, description: 'Of the version that waits for its signature' })
  version: number | null;

  @ApiProperty({ type: [BlockerResponse], description: 'What the check of that version found' })
  blockers: BlockerResponse[];

  @ApiProperty({ type: [BlockerResponse], description: 'What has changed since it was assembled' })
  changed: BlockerResponse[];

  @ApiProperty({ type: [StockAnswerResponse] })
  stockAnswers: StockAnswerResponse[];

  @ApiProperty()
  stockPhrases: number;

  @ApiProperty({ description: 'Changes of substance that no remark asked for' })
  substantiveChanges: number;

  @ApiProperty({ description: 'Of the term in which remarks could not be sent' })
  outageMinutes: number;

  @ApiProperty()
  isExtensionToBeConsidered: boolean;

  @ApiProperty({
    type: String,
    nullable: true,
    format: 'date',
    description: 'By when the report is to be there; a target',
  })
  target: string | null;

  @ApiProperty({ type: [String], description: 'Channels of the draft that lack the published report' })
  missingChannels: string[];

  static of({ unsigned, signed }: OwnReportState, closing: ClosingState): ClosingChecklistResponse {
    const { checklist, undecided, unconfirmed, outages, term } = closing;
    const { progress } = checklist;
    return {
      progress: { ...progress },
      senders: { ...checklist.senders },
      reconciles: remarksReconcile(progress),
      undecided: [...undecided],
      unconfirmed: unconfirmed && [...unconfirmed.numbers],
      untraced: checklist.untraced.map(({ lineageId, change }) => ({ lineageId, change })),
      waiting: checklist.waiting.map((blocker) => BlockerResponse.of(blocker)),
      version: unsigned?.version ?? null,
      blockers: (unsigned?.blockers ?? []).map((blocker) => BlockerResponse.of(blocker)),
      changed: checklist.changed.map((blocker) => BlockerResponse.of(blocker)),
      stockAnswers: checklist.stockAnswers.map(({ groundKk, groundRu, remarks }) => ({ groundKk, groundRu, remarks })),
      stockPhrases: unsigned?.head.warnings.stockPhrases ?? 0,
      substantiveChanges: checklist.substantive,
      outageMinutes: outages.totalMinutes,
      isExtensionToBeConsidered: outages.isExtensionToBeConsidered,
      target: term?.lastDay ?? null,
      missingChannels: signed?.state === 'PUBLISHED' ? [...signed.missingChannels] : [],
    };
  }
}
