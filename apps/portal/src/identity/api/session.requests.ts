import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';

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

export class SignInCodeRequest {
  @ApiProperty({ maxLength: 100 })
  @IsString()
  @MaxLength(100)
  pendingToken: string;

  @ApiProperty({ maxLength: 40, description: 'Six digits of the authenticator, or a recovery code' })
  @IsString()
  @MaxLength(40)
  code: string;
}

export class ConfirmationRequest {
  @ApiProperty({ maxLength: 200, format: 'password' })
  @IsString()
  @MaxLength(200)
  password: string;

  @ApiPropertyOptional({ maxLength: 40, description: 'Needed where there is a second factor' })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  code?: string;
}

export class SetFactorRequest {
  @ApiProperty({ maxLength: 500 })
  @IsString()
  @MaxLength(500)
  offer: string;

  @ApiProperty({ maxLength: 40 })
  @IsString()
  @MaxLength(40)
  code: string;
}

export class ChangePasswordRequest {
  @ApiProperty({ maxLength: 200, format: 'password' })
  @IsString()
  @MaxLength(200)
  password: string;
}
