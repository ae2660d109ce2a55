import {
  type DiscussionFilter,
  type DiscussionOrder,
  discussionOrders,
  type DiscussionStatus,
  discussionStatuses,
} from '#lib/discussion';
import { isLegalDay, type LegalDay } from '#lib/kernel';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, Matches, MaxLength, ValidateBy } from 'class-validator';
import { PageQuery } from '../../api-kit/page.query.js';
import { procedureKinds } from '../pages/list/list-choice.js';

const IsDay = () =>
  ValidateBy({
    name: 'isDay',
    validator: {
      validate: (value: unknown) => typeof value === 'string' && isLegalDay(value),
      defaultMessage: () => '$property must be a day as 2016-06-01',
    },
  });

/** The filters of the list page, under the names of an interface. */
export class DiscussionsQuery extends PageQuery {
  @ApiProperty({ required: false, enum: discussionStatuses })
  @IsOptional()
  @IsIn(discussionStatuses)
  status?: DiscussionStatus;

  @ApiProperty({ required: false, format: 'uuid', description: 'Id of the developing body' })
  @IsOptional()
  @IsUUID()
  developerId?: string;

  @ApiProperty({
    required: false,
    maxLength: 200,
    description: 'Words in Kazakh, Russian or English, all in the title, in the name of the service or in one clause',
  })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  text?: string;

  @ApiProperty({ required: false, enum: procedureKinds })
  @IsOptional()
  @IsIn(procedureKinds)
  kind?: (typeof procedureKinds)[number];

  @ApiProperty({ required: false, pattern: '^[0-9]{8}$', description: 'Code in the register of public services' })
  @IsOptional()
  @Matches(/^[0-9]{8}$/)
  serviceCode?: string;

  @ApiProperty({
    required: false,
    pattern: '^[0-9]{3}$',
    description: 'The section of the register in which the service stands: the first three digits of its code',
  })
  @IsOptional()
  @Matches(/^[0-9]{3}$/)
  topic?: string;

  @ApiProperty({ required: false, format: 'date', description: 'Placed on or after this day' })
  @IsOptional()
  @IsDay()
  placedFrom?: LegalDay;

  @ApiProperty({ required: false, format: 'date', description: 'Placed on or before this day' })
  @IsOptional()
  @IsDay()
  placedTo?: LegalDay;

  @ApiProperty({ required: false, enum: discussionOrders, default: 'closing' })
  @IsOptional()
  @IsIn(discussionOrders)
  sort?: DiscussionOrder;

  filter(): DiscussionFilter {
    const { status, developerId, text, kind, serviceCode, topic, placedFrom, placedTo } = this;
    return { status, developerId, text, kind, serviceCode, topic, placedFrom, placedTo };
  }
}
