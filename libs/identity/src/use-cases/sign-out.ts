import { Injectable } from '@nestjs/common';
import { Sessions } from '../persistence/sessions.js';
import { isSessionToken } from '../session-token.js';

@Injectable()
export class SignOut {
  constructor(private readonly sessions: Sessions) {}

  /** Ends the session of the token; a token of no session is no error. */
  async execute(token: string): Promise<void> {
    if (isSessionToken(token)) await this.sessions.close(token);
  }
}
