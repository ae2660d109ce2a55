import type { SignedIn } from '#lib/identity';
import { Settings } from '#lib/settings';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { cookieValue } from './cookies.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Id of the official who signed in by it. */
    signedIn?: string;
  }
}

const TOKEN = /^[A-Za-z0-9_-]{20,100}$/;
/** As long as a right password waits for its code. */
const PENDING_SECONDS = 300;

/** As long as somebody may take at the identity provider. */
const VISIT_SECONDS = 600;

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

  private get pendingName(): string {
    return this.isHttps ? '__Host-talqy-pending' : 'talqy_pending';
  }

  private get visitName(): string {
    return this.isHttps ? '__Host-talqy-visit' : 'talqy_visit';
  }

  read(request: FastifyRequest): string | undefined {
    return tokenIn(request, this.name);
  }

  /** Gives who has just signed in the session. */
  enter(reply: FastifyReply, { token, officer }: SignedIn): void {
    reply.request.signedIn = officer.id;
    this.set(reply, token);
  }

  set(reply: FastifyReply, token: string): void {
    void reply.header('set-cookie', this.cookie(this.name, token));
  }

  /** At the end of a session the browser also forgets what it kept of pages and texts (ASVS 14.3.1). */
  clear(reply: FastifyReply): void {
    void reply.header('set-cookie', `${this.cookie(this.name, '')}; Max-Age=0`);
    void reply.header('clear-site-data', '"cache", "storage"');
  }

  /** The token of a sign-in that waits for its code. */
  readPending(request: FastifyRequest): string | undefined {
    return tokenIn(request, this.pendingName);
  }

  setPending(reply: FastifyReply, token: string): void {
    void reply.header('set-cookie', `${this.cookie(this.pendingName, token)}; Max-Age=${PENDING_SECONDS}`);
  }

  clearPending(reply: FastifyReply): void {
    void reply.header('set-cookie', `${this.cookie(this.pendingName, '')}; Max-Age=0`);
  }

  /** The token of a visit to the identity provider. */
  readVisit(request: FastifyRequest): string | undefined {
    return tokenIn(request, this.visitName);
  }

  setVisit(reply: FastifyReply, token: string): void {
    void reply.header('set-cookie', `${this.cookie(this.visitName, token)}; Max-Age=${VISIT_SECONDS}`);
  }

  clearVisit(reply: FastifyReply): void {
    void reply.header('set-cookie', `${this.cookie(this.visitName, '')}; Max-Age=0`);
  }

  private cookie(name: string, value: string): string {
    return `${name}=${value}; Path=/; HttpOnly; SameSite=Lax${this.isHttps ? '; Secure' : ''}`;
  }
}

function tokenIn(request: FastifyRequest, name: string): string | undefined {
  const token = cookieValue(request.headers.cookie, name);
  return token !== undefined && TOKEN.test(token) ? token : undefined;
}
