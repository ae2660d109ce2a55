import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PageAnswer } from '../../pages-kit/answer.js';
import { LANGUAGE } from '../../pages-kit/language.js';
import { type PageVisit, Visit } from '../../pages-kit/visit.js';
import { Public } from '../../rights/public.js';
import { accessibilityText, helpText, privacyText } from './about-texts.js';
import { type AboutText, aboutView } from './about.view.js';

@ApiExcludeController()
@Controller(LANGUAGE)
export class AboutPage {
  @Get('help')
  @Public()
  help(@Visit() visit: PageVisit): PageAnswer {
    return shown(helpText, visit);
  }

  @Get('accessibility')
  @Public()
  accessibility(@Visit() visit: PageVisit): PageAnswer {
    return shown(accessibilityText, visit);
  }

  @Get('privacy')
  @Public()
  privacy(@Visit() visit: PageVisit): PageAnswer {
    return shown(privacyText, visit);
  }
}

function shown({ title, lead, sections, links }: AboutText, visit: PageVisit): PageAnswer {
  const { t } = visit;
  const model = {
    title: t(title),
    lead: t(lead),
    sections: sections.map(({ heading, paragraphs }) => ({
      heading: t(heading),
      paragraphs: paragraphs.map((paragraph) => t(paragraph)),
    })),
    links: links.map(([path, text]) => ({ href: visit.to(path), text: t(text) })),
  };
  return visit.show(aboutView, model, { title: model.title, description: model.lead, isForAll: true });
}
