import type { Multilingual } from '#lib/kernel';
import { ApiProperty } from '@nestjs/swagger';

/** A name in the state languages, and in English where there is one. */
export class MultilingualResponse {
  @ApiProperty()
  kk: string;

  @ApiProperty()
  ru: string;

  @ApiProperty({ required: false })
  en?: string;

  static of({ kk, ru, en }: Multilingual): MultilingualResponse {
    return en ? { kk, ru, en } : { kk, ru };
  }
}
