import { isToken } from '#lib/privacy';
import { Injectable } from '@nestjs/common';
import { Sessions } from '../persistence/sessions.js';

@Injectable()
export class SignOut {
  constructor(private readonly sessions: Sessions) {}

  /** Ends the session of the token; a token of no session is no error. */
  async execute(token: string): Promise<void> {
    if (isToken(token)) await this.sessions.close(token);
  }
}
