import type { Actor } from '#lib/kernel';
import { isToken } from '#lib/privacy';
import { Injectable } from '@nestjs/common';
import { Sessions } from '../../persistence/sessions.js';

export interface SessionNow {
  readonly id: string;
  readonly actor: Extract<Actor, { kind: 'officer' }>;
  readonly hasFactor: boolean;
  /** The identity provider that opened the session, and that a confirmation asks; null: a password. */
  readonly issuer: string | null;
  /** Whether a confirmation asks for a code of ours. */
  readonly asksCode: boolean;
  /** The provider has just said that the person is there; only their code is to come. */
  readonly isProved: boolean;
  /** Whether password, and code where there is a factor, were given within the last 15 minutes by the database clock. */
  readonly isRecent: boolean;
}

@Injectable()
export class CurrentSession {
  constructor(private readonly sessions: Sessions) {}

  /**
   * Who the session's token stands for, with the rights of this moment; undefined when the session was never opened, was
   * closed, idle for 30 minutes, is 12 hours old, or its officer was deactivated or given other rights, password or factor.
   */
  async execute(token: string): Promise<SessionNow | undefined> {
    const found = isToken(token) ? await this.sessions.current(token) : undefined;
    if (!found) return undefined;
    const { officer, ...session } = found;
    const { id: officerId, name, bodyId, roles } = officer;
    return { ...session, actor: { kind: 'officer', id: officerId, name, bodyId, roles } };
  }
}
