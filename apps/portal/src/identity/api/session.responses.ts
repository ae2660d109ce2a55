import type { Officer } from '#lib/identity';
import { roles } from '#lib/kernel';
import { ApiProperty } from '@nestjs/swagger';
import { formTokenOf } from '../../request/form-token.js';

export class SessionResponse {
  @ApiProperty()
  name: string;

  @ApiProperty({ format: 'uuid' })
  bodyId: string;

  @ApiProperty({ enum: roles, isArray: true })
  roles: string[];

  @ApiProperty({ description: 'Send it as x-csrf-token with every unsafe request of this session' })
  csrfToken: string;

  static of({ name, bodyId, roles: held }: Officer, token: string): SessionResponse {
    return { name, bodyId, roles: [...held], csrfToken: formTokenOf(token) };
  }
}

export class CodeAwaitedResponse {
  @ApiProperty({ description: 'Send it with the code to /api/v1/session/code within five minutes' })
  pendingToken: string;
}

export class FactorOfferResponse {
  @ApiProperty({ description: 'The key for an authenticator, in base32' })
  secret: string;

  @ApiProperty({ description: 'The same as an otpauth:// address' })
  address: string;

  @ApiProperty({ description: 'Send it back with the first code; it is good in this session alone' })
  offer: string;
}

export class RecoveryCodesResponse {
  @ApiProperty({ isArray: true, type: String, description: 'Shown once; each is good once' })
  recoveryCodes: string[];
}

export class FactorSetResponse extends RecoveryCodesResponse {
  @ApiProperty({ description: 'Of the session that goes on under a new cookie' })
  csrfToken: string;
}

export class OwnSessionResponse {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ description: 'Browser and system; empty when not known' })
  device: string;

  @ApiProperty({ description: 'The block of addresses; empty when not known' })
  addressBlock: string;

  @ApiProperty({ format: 'date-time' })
  openedAt: string;

  @ApiProperty({ format: 'date-time' })
  seenAt: string;

  @ApiProperty()
  isThis: boolean;
}

export class CsrfTokenResponse {
  @ApiProperty({ description: 'Of the session that goes on under a new cookie' })
  csrfToken: string;
}
