import { SignIn, SignOut } from '#lib/identity';
import { roles } from '#lib/kernel';
import { Body, Controller, Delete, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refuses } from '../../api-kit/problem.response.js';
import { formTokenOf } from '../../request/form-token.js';
import { SessionCookie } from '../../request/session-cookie.js';
import { Public } from '../../rights/public.js';

export class SignInRequest {
  @ApiProperty({ maxLength: 254 })
  @IsString()
  @MaxLength(254)
  email: string;

  @ApiProperty({ maxLength: 200, format: 'password' })
  @IsString()
  @MaxLength(200)
  password: string;
}

export class SessionResponse {
  @ApiProperty()
  name: string;

  @ApiProperty({ format: 'uuid' })
  bodyId: string;

  @ApiProperty({ enum: roles, isArray: true })
  roles: string[];

  @ApiProperty({ description: 'Send it as x-csrf-token with every unsafe request of this session' })
  csrfToken: string;
}

@ApiTags('session')
@Controller('api/v1/session')
export class SessionApi {
  constructor(
    private readonly signIn: SignIn,
    private readonly signOut: SignOut,
    private readonly cookie: SessionCookie,
  ) {}

  @Post()
  @Public()
  @ApiOperation({ summary: 'Sign in as an official; the session is a cookie' })
  @ApiCreatedResponse({ type: SessionResponse })
  @Refuses('sign-in-failed', 'not-allowed')
  async enter(
    @Body() { email, password }: SignInRequest,
    @Req() { ip }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionResponse> {
    const { token, officer } = await this.signIn.execute({ email, password, address: ip });
    this.cookie.set(reply, token);
    return {
      name: officer.name,
      bodyId: officer.bodyId,
      roles: [...officer.roles],
      csrfToken: formTokenOf(token),
    };
  }

  @Delete()
  @Public()
  @HttpCode(204)
  @ApiOperation({ summary: 'Sign out' })
  @ApiNoContentResponse()
  @Refuses('not-allowed')
  async leave(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    if (request.sessionToken) await this.signOut.execute(request.sessionToken);
    this.cookie.clear(reply);
  }
}
