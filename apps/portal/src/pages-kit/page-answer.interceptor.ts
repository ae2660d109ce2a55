import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import { KeptPages } from '../kept-pages/kept-pages.js';
import { isPageAnswer } from './answer.js';
import { etagOf, isKnown, setForAMoment } from './page-for-all.js';

/** Sends a page or a redirect; every other value is the API's and passes as it is. */
@Injectable()
export class PageAnswerInterceptor implements NestInterceptor {
  constructor(private readonly kept: KeptPages) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      map((answer: unknown) => {
        const fresh = request.officer ? 'no-store' : 'no-cache';
        if (!reply.hasHeader('cache-control')) void reply.header('cache-control', fresh);
        if (!isPageAnswer(answer)) return answer;
        void reply.status(answer.status);
        if (answer.kind === 'see-other') {
          void reply.header('location', answer.location);
          return '';
        }
        void reply.type('text/html; charset=utf-8');
        if (answer.retryAfterSeconds) void reply.header('retry-after', String(answer.retryAfterSeconds));
        if (!answer.isForAll || request.headers.cookie !== undefined) return answer.html;
        const etag = etagOf(answer.html);
        setForAMoment(reply, etag);
        const { pageKey } = request.raw;
        if (pageKey !== undefined && answer.status === 200) {
          const sent = {
            html: answer.html,
            etag,
            headers: reply.getHeaders(),
            route: request.routeOptions.url ?? 'none',
          };
          void this.kept.keep(pageKey, sent);
        }
        if (!isKnown(etag, request.headers['if-none-match'])) return answer.html;
        void reply.status(304);
        return '';
      }),
    );
  }
}
