import { translator } from '#lib/localisation';
import { Settings } from '#lib/settings';
import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { confirmCarried, confirmModel } from '../identity/pages/confirm/confirm-model.js';
import { confirmView, keptView } from '../identity/pages/confirm/confirm.view.js';
import { fieldsOf, keptForm, type KeptForm } from '../identity/pages/confirm/kept-form.js';
import { seeOther } from '../pages-kit/answer.js';
import { FormWaitsOn } from '../pages-kit/changes-language.js';
import { languageOf, preferredLanguage } from '../pages-kit/language.js';
import { PageRenderer } from '../pages-kit/page-renderer.js';
import { keptPage, type Waiting } from '../identity/pages/confirm/kept-page.js';
import { isOfOwnPage } from '../rights/own-form.guard.js';
import { FormOfEarlierSession } from '../rights/refusals.js';
import { errorView } from './error-view.js';
import { againCarried, againModel, tooManyView } from './too-many.js';
import { errorWords } from './error-words.js';
import { type Problem, problemOf } from './problem.js';

/** The one place where an error becomes an answer: problem+json (RFC 9457) for the API, a page for people. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly pages: PageRenderer,
    private readonly settings: Settings,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = problemOf(error);
    if (problem.status >= 500) request.log.error({ err: error }, 'request failed');
    if (reply.sent) return;
    void reply.header('cache-control', 'no-store');
    if (problem.retryAfterSeconds) void reply.header('retry-after', String(problem.retryAfterSeconds));
    if (error instanceof FormWaitsOn) this.leaveWaiting(request, reply);
    else if (request.url.startsWith('/api/') || request.url.startsWith('/health/'))
      this.sendJson(request, reply, problem);
    else if (!this.sendKept(request, reply, problem, error)) this.sendPage(request, reply, problem);
  }

  /** What an official typed is not lost with the session: it waits in the page until they have signed in, and is sent again. */
  private sendKept(request: FastifyRequest, reply: FastifyReply, { code, status }: Problem, error: unknown): boolean {
    const hasEnded = code === 'not-signed-in';
    if (!hasEnded && !(error instanceof FormOfEarlierSession)) return false;
    // Files are not kept: such a form is opened again.
    if (request.method !== 'POST' || request.isMultipart() || !isOfOwnPage(request, this.settings.publicUrl))
      return false;
    const kept = keptForm(request.url, request.body);
    if (!kept) return false;
    this.showKept(request, reply, status, kept, hasEnded ? 'ended' : 'anew');
    return true;
  }

  private leaveWaiting(request: FastifyRequest, reply: FastifyReply): void {
    this.showKept(request, reply, 200, { action: request.url, fields: fieldsOf(request.body) }, 'waits');
  }

  private showKept(request: FastifyRequest, reply: FastifyReply, status: number, kept: KeptForm, why: Waiting): void {
    const { model, facts } = keptPage(kept, why, languageOf(request));
    void reply
      .status(status)
      .type('text/html; charset=utf-8')
      .send(this.pages.render(request, keptView, model, facts));
  }

  private sendJson(request: FastifyRequest, reply: FastifyReply, problem: Problem): void {
    const { status, code, detail, details } = problem;
    const title = translator(preferredLanguage(request.headers['accept-language'], 'en'))(`error.${code}`);
    void reply
      .status(status)
      .type('application/problem+json; charset=utf-8')
      .send(
        JSON.stringify({
          type: `urn:talqy:problem:${code}`,
          title,
          status,
          detail,
          code,
          traceId: request.id,
          details,
        }),
      );
  }

  private lead(reply: FastifyReply, to: string): void {
    const { status, location } = seeOther(to);
    void reply.status(status).header('location', location).send();
  }

  /** A page leads to the confirmation and back; a form that was sent is kept, as it was typed, until it can be sent again. */
  private askWho(request: FastifyRequest, reply: FastifyReply, { status }: Problem): void {
    const language = languageOf(request);
    const action = `/${language}/officer/confirm`;
    if (request.method === 'GET') return this.lead(reply, `${action}?next=${encodeURIComponent(request.url)}`);
    // Files are not kept: such a form is opened again.
    const kept = request.isMultipart() ? undefined : keptForm(request.url, request.body);
    const next = request.url.split('?')[0];
    const model = confirmModel({ language, session: request.session, next, kept });
    const title = translator(language)('access.confirm-title');
    const html = this.pages.render(request, confirmView, model, { title, ...confirmCarried(model) });
    void reply.status(status).type('text/html; charset=utf-8').send(html);
  }

  private sendPage(request: FastifyRequest, reply: FastifyReply, problem: Problem): void {
    const language = languageOf(request);
    if (problem.code === 'not-signed-in') {
      this.lead(reply, `/${language}/sign-in?again=1`);
      return;
    }
    if (problem.code === 'second-factor-needed') return this.lead(reply, `/${language}/officer/account/second-factor`);
    if (problem.code === 'confirmation-needed') return this.askWho(request, reply, problem);
    const t = translator(language);
    if (problem.code === 'too-many-requests') {
      const model = againModel(request, problem.retryAfterSeconds ?? 60, t);
      const page = this.pages.render(request, tooManyView, model, { title: t('limit.title'), ...againCarried(model) });
      void reply.status(problem.status).type('text/html; charset=utf-8').send(page);
      return;
    }
    const { title, text } = errorWords(problem, t);
    const html = this.pages.render(request, errorView, { heading: title, text, traceId: request.id }, { title });
    void reply.status(problem.status).type('text/html; charset=utf-8').send(html);
  }
}
