import {
  type EnteredRemark,
  type EntryDetails,
  type EntryLine,
  type EntryOutcome,
  entryChannels,
  entryStates,
} from '#lib/discussion';
import type { Page } from '#lib/kernel';
import { ApiProperty } from '@nestjs/swagger';

/** What an entry became: a remark, or a late arrival with the number of its refusal notice. */
export class EntryOutcomeResponse {
  @ApiProperty({ enum: ['ON_TIME', 'LATE'] })
  verdict: string;

  @ApiProperty()
  number: string;

  @ApiProperty({ format: 'date-time' })
  receivedAt: string;

  @ApiProperty({ type: String, nullable: true, format: 'date-time', description: 'Exclusive' })
  closeAt: string | null;

  static of({ verdict, number, receivedAt, closeAt }: Omit<EntryOutcome, 'id'>): EntryOutcomeResponse {
    return { verdict, number, receivedAt, closeAt };
  }
}

export class EnteredResponse {
  @ApiProperty({ format: 'uuid' })
  entryId: string;

  @ApiProperty({ enum: entryStates })
  state: string;

  @ApiProperty({
    type: EntryOutcomeResponse,
    nullable: true,
    description: 'Null while it waits for a second official',
  })
  outcome: EntryOutcomeResponse | null;

  @ApiProperty({ description: 'A warning: another entry of this discussion has this registration number' })
  isRegistrationRepeated: boolean;

  static of({ entryId, state, outcome, isRegistrationRepeated }: EnteredRemark): EnteredResponse {
    return { entryId, state, outcome: outcome && EntryOutcomeResponse.of(outcome), isRegistrationRepeated };
  }
}

export class OfficialResponse {
  @ApiProperty({ description: 'As in the ledger' })
  label: string;

  @ApiProperty({ type: String, nullable: true })
  name: string | null;
}

/** Seen by officials of the developing body only (REQ-46). */
export class EntryLineResponse {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: entryStates })
  state: string;

  @ApiProperty({ enum: entryChannels })
  channel: string;

  @ApiProperty()
  registration: string;

  @ApiProperty({ format: 'date' })
  arrivalDay: string;

  @ApiProperty({ format: 'date-time', description: 'By which it is on time or late' })
  arrivedAt: string;

  @ApiProperty({ enum: ['DAY', 'INSTANT'] })
  precision: string;

  @ApiProperty({ description: 'Legal days from the arrival to the entry' })
  backdatedDays: number;

  @ApiProperty({ type: String, nullable: true, description: 'Null when the personal data have been erased' })
  senderName: string | null;

  @ApiProperty({ type: OfficialResponse })
  enteredBy: OfficialResponse;

  @ApiProperty({ format: 'date-time' })
  enteredAt: string;

  static of(entry: EntryLine): EntryLineResponse {
    const { id, state, channel, registration, arrivalDay, arrivedAt, precision, backdatedDays, senderName } = entry;
    const { label, name } = entry.enteredBy;
    const arrival = { arrivalDay, arrivedAt, precision, backdatedDays };
    const entered = { enteredBy: { label, name }, enteredAt: entry.enteredAt };
    return { id, state, channel, registration, ...arrival, senderName, ...entered };
  }
}

export class EntryPageResponse {
  @ApiProperty({ type: [EntryLineResponse] })
  items: EntryLineResponse[];

  @ApiProperty({ required: false })
  next?: string;

  static of({ items, next }: Page<EntryLine>): EntryPageResponse {
    return { items: items.map((entry) => EntryLineResponse.of(entry)), next };
  }
}

export class EntryResponse extends EntryLineResponse {
  @ApiProperty({ type: String, nullable: true, format: 'date' })
  postmarkDay: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Null once it is a remark or a late arrival' })
  text: string | null;

  @ApiProperty({ type: String, nullable: true })
  proposedWording: string | null;

  @ApiProperty({ description: 'How many files the scan has' })
  scans: number;

  @ApiProperty({ type: String, nullable: true })
  noScanReason: string | null;

  @ApiProperty()
  isRegistrationRepeated: boolean;

  @ApiProperty({ type: String, nullable: true })
  refusalReason: string | null;

  @ApiProperty({ type: EntryOutcomeResponse, nullable: true })
  outcome: EntryOutcomeResponse | null;

  static override of(entry: EntryDetails): EntryResponse {
    const { postmarkDay, content, scans, noScanReason, isRegistrationRepeated, refusalReason, became } = entry;
    return {
      ...EntryLineResponse.of(entry),
      postmarkDay,
      text: content?.text ?? null,
      proposedWording: content?.proposedWording ?? null,
      scans: scans.length,
      noScanReason,
      isRegistrationRepeated,
      refusalReason,
      outcome: became && EntryOutcomeResponse.of(became),
    };
  }
}
