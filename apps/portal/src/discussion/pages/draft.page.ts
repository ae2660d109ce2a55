import { DiscussionById } from '#lib/discussion';
import { DraftTexts } from '#lib/drafting';
import { citizen } from '#lib/kernel';
import { ErrataOf, VisibleVersions } from '#lib/reports';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PageAnswer } from '../../pages-kit/answer.js';
import { LANGUAGE } from '../../pages-kit/language.js';
import { readingLanguage } from '../../pages-kit/reading-language.js';
import { inLanguage } from '../../pages-kit/titles.js';
import { type PageVisit, Visit } from '../../pages-kit/visit.js';
import { resultsPath } from '../../reports/pages/results/results-address.js';
import { Public } from '../../rights/public.js';
import { draftFacts, draftPlacements, stateOf } from './draft-facts.js';
import { clausesOf, contentsOf } from './draft-text.js';
import { draftView } from './draft.view.js';
import { standingOf } from './standing.js';

@ApiExcludeController()
@Controller(`${LANGUAGE}/discussions/:id`)
export class DraftPage {
  constructor(
    private readonly discussions: DiscussionById,
    private readonly texts: DraftTexts,
    private readonly versions: VisibleVersions,
    private readonly errata: ErrataOf,
  ) {}

  @Get()
  @Public()
  async show(@Visit() visit: PageVisit, @Param('id') id: string, @Query('text') asked?: string): Promise<PageAnswer> {
    const discussion = await this.discussions.execute(id);
    const draft = await this.texts.byVersion(discussion.versionId);
    const standing = standingOf(discussion);
    const here = visit.to(`discussions/${id}`);
    const written = (['kk', 'ru', 'en'] as const).filter((code) => draft.clauses.some(({ text }) => text[code]));
    const textLanguage = readingLanguage(written, asked ?? visit.language);
    const title = inLanguage(discussion.title, visit.language);
    const parts = clausesOf(draft.clauses, textLanguage, standing === 'open' ? `${here}/remark` : null, visit);
    return visit.show(
      draftView,
      {
        back: { href: visit.to(''), text: visit.t('nav.discussions') },
        title: title.text,
        titleLanguage: title.language,
        state: stateOf(discussion, visit),
        remarkHref: standing === 'open' ? `${here}/remark` : null,
        sheetHref: standing === 'open' ? `${here}/remarks.xlsx` : null,
        resultsHref: standing === 'reported' ? await this.resultsHref(id, visit) : null,
        compareHref: (await this.isRevised(discussion.procedureId, visit)) ? `${here}/compare` : null,
        moderationHref: `${here}/moderation`,
        facts: draftFacts(discussion, visit),
        placements: draftPlacements(discussion, visit),
        textLanguage,
        textLanguages: written.map((code) => ({
          code,
          href: `${here}?text=${code}#text`,
          isCurrent: code === textLanguage,
        })),
        contents: contentsOf(parts),
        clauses: parts,
      },
      { title: title.text },
    );
  }

  /** Where the report is read as it was last corrected. */
  private async resultsHref(id: string, visit: PageVisit): Promise<string> {
    const newest = (await this.errata.published(id)).at(-1);
    return visit.to(resultsPath(id, newest?.number ?? null));
  }

  /** Whether there is another version for these eyes to compare with. */
  private async isRevised(procedureId: string, { request }: PageVisit): Promise<boolean> {
    return (await this.versions.of(procedureId, request.officer ?? citizen)).length > 1;
  }
}
