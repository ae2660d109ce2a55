import { may } from '#lib/identity';
import { translator } from '#lib/localisation';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { assetsPath } from '../request/assets.js';
import { formTokenOf } from '../request/form-token.js';
import { AGAIN } from './form.js';
import { inEachLanguage, languageOf } from './language.js';
import type { PageFacts } from './page-facts.js';
import { pageHead } from './page-head.js';
import { templates } from './templates.js';
import type { View } from './view.js';

@Injectable()
export class PageRenderer {
  /** The page of a view: the model, and what the layout itself needs. */
  render<Model extends object>(request: FastifyRequest, view: View<Model>, model: Model, facts: PageFacts): string {
    const language = languageOf(request);
    const t = translator(language);
    const page = facts.hasErrors ? t('page.error-prefix', { page: facts.title }) : facts.title;
    return templates.render(`${view.template}.njk`, {
      ...model,
      t,
      language,
      pageTitle: t('page.title', { page, site: t('site.name') }),
      shareTitle: facts.title,
      head: pageHead(request.url, request.siteAddress, language, facts),
      feed: facts.feed,
      languages: inEachLanguage(facts.carried?.address ?? ownAddress(request)),
      carried: facts.carried && { form: facts.carried.id, field: facts.carried.field ?? AGAIN },
      path: request.url.split('?')[0],
      officer: request.officer
        ? { name: request.officer.name, isAdministrator: may(request.officer, 'officials.manage') }
        : undefined,
      csrf: request.sessionToken ? formTokenOf(request.sessionToken) : undefined,
      assets: assetsPath(),
    });
  }
}

/** The page's own; what came by a form has none with a query. */
const ownAddress = ({ method, url }: FastifyRequest): string => (method === 'GET' ? url : (url.split('?')[0] ?? '/'));
