import { type Instant, type Language } from '#lib/kernel';
import { closeSentence, formatInstant, formatLegalDay, type Translate, translator } from '#lib/localisation';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { formTokenOf } from '../request/form-token.js';
import { type Html, html, seeOther, type SeeOther } from './answer.js';
import type { FormModel } from './form-errors.js';
import { languageOf } from './language.js';
import type { PageFacts } from './page-facts.js';
import { PageRenderer } from './page-renderer.js';
import type { View } from './view.js';

const renderer = new PageRenderer();

/** One person's look at one page: the language, and how to answer. */
export class PageVisit {
  readonly language: Language;
  readonly t: Translate;

  constructor(readonly request: FastifyRequest) {
    this.language = languageOf(request);
    this.t = translator(this.language);
  }

  /** An address of this site in the visit's language. */
  to(path: string): string {
    return `/${this.language}/${path}`;
  }

  /** Where a form with a file is sent: its body is read after the guards, so its token goes in the address. */
  fileFormAction(path: string): string {
    const { sessionToken } = this.request;
    return sessionToken ? `${this.to(path)}?csrf=${formTokenOf(sessionToken)}` : this.to(path);
  }

  show<Model extends object>(view: View<Model>, model: Model, facts: PageFacts): Html {
    return html(renderer.render(this.request, view, model, facts), 200, facts.isForAll);
  }

  /** The page again, with what is wrong in it. */
  showAgain<Model extends object>(view: View<Model>, model: Model, facts: PageFacts, status = 422): Html {
    return html(renderer.render(this.request, view, model, { hasErrors: true, ...facts }), status);
  }

  /** The page of a form as it stands: with what is wrong in it, when something is. */
  showForm<Model extends FormModel>(view: View<Model>, model: Model, facts: PageFacts, status = 422): Html {
    return model.errors.length > 0 ? this.showAgain(view, model, facts, status) : this.show(view, model, facts);
  }

  go(path: string): SeeOther {
    return seeOther(this.to(path));
  }

  /** "10:15:00, 1 June 2016 (Astana time, UTC+6)". */
  when = (instant: Instant, zone: string): string => formatInstant(instant, zone, this.language);
  day = (day: Parameters<typeof formatLegalDay>[0]): string => formatLegalDay(day, this.language);
  until = (closeAt: Instant, zone: string): string => closeSentence(closeAt, zone, this.language);
}

export const Visit = createParamDecorator(
  (_: unknown, context: ExecutionContext) => new PageVisit(context.switchToHttp().getRequest<FastifyRequest>()),
);
