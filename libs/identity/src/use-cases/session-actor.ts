import type { Actor } from '#lib/kernel';
import { Injectable } from '@nestjs/common';
import { Sessions } from '../persistence/sessions.js';
import { isSessionToken } from '../session-token.js';

@Injectable()
export class SessionActor {
  constructor(private readonly sessions: Sessions) {}

  /**
   * Who the session's token stands for, with the rights of this moment; undefined when the session was never opened, was
   * closed, idle for 30 minutes, is 12 hours old, or its officer was deactivated or given other rights.
   */
  async execute(token: string): Promise<Actor | undefined> {
    const officer = isSessionToken(token) ? await this.sessions.officerOf(token) : undefined;
    return (
      officer && { kind: 'officer', id: officer.id, name: officer.name, bodyId: officer.bodyId, roles: officer.roles }
    );
  }
}
