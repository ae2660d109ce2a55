import { Settings } from '#lib/settings';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { cookieValue } from './cookies.js';

const TOKEN = /^[A-Za-z0-9_-]{20,100}$/;

/** Holds the session's token alone; the session itself is a row that can be revoked. */
@Injectable()
export class SessionCookie {
  private readonly isHttps: boolean;

  constructor(settings: Settings) {
    this.isHttps = settings.publicUrl.startsWith('https:');
  }

  /** A `__Host-` cookie can only be set over https for the whole host. */
  get name(): string {
    return this.isHttps ? '__Host-talqy' : 'talqy_session';
  }

  read(request: FastifyRequest): string | undefined {
    const token = cookieValue(request.headers.cookie, this.name);
    return token !== undefined && TOKEN.test(token) ? token : undefined;
  }

  set(reply: FastifyReply, token: string): void {
    void reply.header('set-cookie', this.cookie(token));
  }

  clear(reply: FastifyReply): void {
    void reply.header('set-cookie', `${this.cookie('')}; Max-Age=0`);
  }

  private cookie(value: string): string {
    return `${this.name}=${value}; Path=/; HttpOnly; SameSite=Lax${this.isHttps ? '; Secure' : ''}`;
  }
}
