import type { Page } from '#lib/kernel';
import { type PublicService, type StateBody, stateBodyKinds } from '#lib/service-register';
import { ApiProperty } from '@nestjs/swagger';
import { MultilingualResponse } from '../../api-kit/multilingual.response.js';

export class StateBodyResponse {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  code: string;

  @ApiProperty({ enum: stateBodyKinds })
  kind: string;

  @ApiProperty({ type: MultilingualResponse })
  name: MultilingualResponse;

  @ApiProperty()
  subordinateToPresident: boolean;

  @ApiProperty({ type: String, nullable: true })
  authority: string | null;

  @ApiProperty({ type: String, nullable: true })
  resourceUrl: string | null;

  static of(body: StateBody): StateBodyResponse {
    return {
      id: body.id,
      code: body.code,
      kind: body.kind,
      name: MultilingualResponse.of(body.name),
      subordinateToPresident: body.isSubordinateToPresident,
      authority: body.authority,
      resourceUrl: body.resourceUrl,
    };
  }
}

export class StateBodyPageResponse {
  @ApiProperty({ type: [StateBodyResponse] })
  items: StateBodyResponse[];

  @ApiProperty({ required: false })
  next?: string;

  static of({ items, next }: Page<StateBody>): StateBodyPageResponse {
    return { items: items.map((body) => StateBodyResponse.of(body)), next };
  }
}

export class PublicServiceResponse {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ pattern: '^[0-9]{8}$' })
  code: string;

  @ApiProperty({ type: MultilingualResponse })
  name: MultilingualResponse;

  @ApiProperty({ format: 'date' })
  enteredOn: string;

  @ApiProperty()
  act: string;

  @ApiProperty({ format: 'uuid' })
  bodyId: string;

  @ApiProperty({
    type: MultilingualResponse,
    nullable: true,
    description:
      'The topic of its discussions: the section of the register, by the first three digits of the code; null while it has no name',
  })
  section: MultilingualResponse | null;

  static of({ id, code, name, enteredOn, act, bodyId, section }: PublicService): PublicServiceResponse {
    return {
      id,
      code,
      name: MultilingualResponse.of(name),
      enteredOn,
      act,
      bodyId,
      section: section && MultilingualResponse.of(section),
    };
  }
}

export class PublicServicePageResponse {
  @ApiProperty({ type: [PublicServiceResponse] })
  items: PublicServiceResponse[];

  @ApiProperty({ required: false })
  next?: string;

  static of({ items, next }: Page<PublicService>): PublicServicePageResponse {
    return { items: items.map((service) => PublicServiceResponse.of(service)), next };
  }
}
