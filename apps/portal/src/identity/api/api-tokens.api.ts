import { MakeApiToken, OwnApiTokens, RevokeApiToken, type TokenAccess, tokenAccesses, tokenTerm } from '#lib/identity';
import { type Role, roles } from '#lib/kernel';
import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  ApiCookieAuth,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  ApiTags,
} from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsString, MaxLength } from 'class-validator';
import { Refuses } from '../../api-kit/problem.response.js';
import { Officer, type OfficerActor } from '../../rights/person.js';
import { ByPerson, Recent } from '../../rights/recent.js';
import { May } from '../../rights/may.js';

export class MakeApiTokenRequest {
  @ApiProperty({ maxLength: 100 })
  @IsString()
  @MaxLength(100)
  name: string;

  @ApiProperty({ enum: roles, isArray: true, description: 'Some of the officer’s own' })
  @IsArray()
  @ArrayMaxSize(roles.length)
  @IsIn(roles, { each: true })
  roles: Role[];

  @ApiProperty({ enum: tokenAccesses })
  @IsIn(tokenAccesses)
  access: TokenAccess;

  @ApiProperty({ minimum: tokenTerm.least, maximum: tokenTerm.greatest, description: 'Days until it expires' })
  @IsInt()
  days: number;
}

export class ApiTokenMadeResponse {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ description: 'Shown once. Send it as `Authorization: Bearer …`' })
  token: string;
}

export class ApiTokenResponse {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ description: 'The first letters of the token' })
  prefix: string;

  @ApiProperty({ enum: roles, isArray: true })
  roles: string[];

  @ApiProperty({ enum: tokenAccesses })
  access: string;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ format: 'date-time' })
  expiresAt: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  lastUsedAt: string | null;
}

@ApiTags('session')
@ApiCookieAuth('session')
@Controller('api/v1/tokens')
export class ApiTokensApi {
  constructor(
    private readonly own: OwnApiTokens,
    private readonly makeToken: MakeApiToken,
    private readonly revokeToken: RevokeApiToken,
  ) {}

  @Get()
  @May('account.keep')
  @ByPerson()
  @ApiOperation({ summary: 'The tokens of one’s own programs' })
  @ApiOkResponse({ type: ApiTokenResponse, isArray: true })
  @Refuses('not-signed-in', 'not-allowed')
  async list(@Officer() { id: officerId }: OfficerActor): Promise<ApiTokenResponse[]> {
    const tokens = await this.own.of(officerId);
    return tokens.map(({ id, name, prefix, roles: held, access, createdAt, expiresAt, lastUsedAt }) => ({
      id,
      name,
      prefix,
      roles: [...held],
      access,
      createdAt,
      expiresAt,
      lastUsedAt,
    }));
  }

  @Post()
  @May('account.keep')
  @ByPerson()
  @Recent()
  @ApiOperation({ summary: 'Make a token for a program that acts for the official' })
  @ApiCreatedResponse({ type: ApiTokenMadeResponse })
  @Refuses('not-signed-in', 'not-allowed', 'confirmation-needed', 'conflict')
  async make(
    @Body() { name, roles: asked, access, days }: MakeApiTokenRequest,
    @Officer() officer: OfficerActor,
  ): Promise<ApiTokenMadeResponse> {
    const { id, token } = await this.makeToken.execute({ name, roles: asked, access, days }, officer);
    return { id, token };
  }

  @Delete(':tokenId')
  @May('account.keep')
  @ByPerson()
  @HttpCode(204)
  @ApiOperation({ summary: 'Revoke a token of one’s own at once' })
  @ApiNoContentResponse()
  @Refuses('not-signed-in', 'not-allowed', 'not-found')
  async revoke(@Param('tokenId') tokenId: string, @Officer() officer: OfficerActor): Promise<void> {
    await this.revokeToken.execute(tokenId, officer);
  }
}
