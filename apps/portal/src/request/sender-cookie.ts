import { SENDER_PASS_SECONDS } from '#lib/identity';
import { Settings } from '#lib/settings';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { cookieValue } from './cookies.js';

const VISIT_SECONDS = 600;

/** A sender's way to the provider and back, and the sealed pass it ends with. No session: nobody is recognised by them elsewhere. */
@Injectable()
export class SenderCookie {
  private readonly isHttps: boolean;

  constructor(settings: Settings) {
    this.isHttps = settings.publicUrl.startsWith('https:');
  }

  readVisit(request: FastifyRequest): string {
    return this.read(request, 'sender-visit');
  }

  setVisit(reply: FastifyReply, token: string): void {
    this.set(reply, 'sender-visit', token, VISIT_SECONDS);
  }

  clearVisit(reply: FastifyReply): void {
    this.set(reply, 'sender-visit', '', 0);
  }

  readPass(request: FastifyRequest): string {
    return this.read(request, 'sender');
  }

  setPass(reply: FastifyReply, pass: string): void {
    this.set(reply, 'sender', pass, SENDER_PASS_SECONDS);
  }

  clearPass(reply: FastifyReply): void {
    this.set(reply, 'sender', '', 0);
  }

  private name(what: string): string {
    return this.isHttps ? `__Host-talqy-${what}` : `talqy_${what.replace('-', '_')}`;
  }

  private read(request: FastifyRequest, what: string): string {
    const value = cookieValue(request.headers.cookie, this.name(what)) ?? '';
    return /^[\w-]{1,4000}$/.test(value) ? value : '';
  }

  private set(reply: FastifyReply, what: string, value: string, seconds: number): void {
    const secure = this.isHttps ? '; Secure' : '';
    void reply.header(
      'set-cookie',
      `${this.name(what)}=${value}; Path=/; HttpOnly; SameSite=Lax${secure}; Max-Age=${seconds}`,
    );
  }
}
