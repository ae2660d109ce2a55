import { mayStillHappen } from '#lib/discussion';
import { isApproved } from '#lib/drafting';
import { versionName } from '../../../comparison/pages/version-name.js';
import { inLanguage } from '../../../pages-kit/titles.js';
import type { PageVisit } from '../../../pages-kit/visit.js';
import { resultsPath } from '../../../reports/pages/results/results-address.js';
import type { Surroundings } from '../../draft-surroundings.js';
import type { PublicDraft } from '../../public-drafts.js';
import { kindName } from '../list/list-model.js';
import { standingOf } from '../standing.js';
import { defaultLanguage } from '../text/text-language.js';
import { contentsOf } from './draft-contents.js';
import { draftFacts, draftPlacements, serviceFacts, stateOf } from './draft-facts.js';
import type { DraftModel } from './draft.view.js';
import { lifeLine } from './life-line.js';

export function draftModel(opened: PublicDraft, around: Surroundings, visit: PageVisit): DraftModel {
  const { discussion, draft } = opened;
  const { t } = visit;
  const { service, versions } = around;
  const standing = standingOf(discussion);
  const here = visit.to(`discussions/${discussion.id}`);
  const title = inLanguage(discussion.title, visit.language);
  const textLanguage = defaultLanguage(draft.clauses, visit.language);
  return {
    back: { href: visit.to('discussions'), text: t('nav.discussions') },
    caption: kindName(discussion.kind, visit),
    title: title.text,
    titleLanguage: title.language,
    state: stateOf(discussion, visit),
    remarkHref: standing === 'open' ? `${here}/remark` : null,
    sheetHref: standing === 'open' ? `${here}/remarks.xlsx` : null,
    resultsHref: standing === 'reported' ? visit.to(resultsPath(discussion.id, around.erratum)) : null,
    lettersHref: mayStillHappen(discussion.state, isApproved(discussion.procedureState)) ? `${here}/letters` : null,
    compareHref: versions.length > 1 ? `${here}/compare` : null,
    textHref: `${here}/text`,
    moderationHref: `${here}/moderation`,
    helpHref: visit.to('help'),
    life: lifeLine({ discussion, ...around }, visit),
    facts: draftFacts(discussion, service, visit),
    service: service ? serviceFacts(service, around.body, visit) : [],
    placements: draftPlacements(discussion, visit),
    textLanguage,
    contents: contentsOf(opened, textLanguage, visit),
    files: [
      { href: `/api/v1/discussions/${discussion.id}/text`, text: t('draft.file-text') },
      { href: `/api/v1/discussions/${discussion.id}/remarks`, text: t('draft.file-remarks') },
      { href: `${here}/feed.atom`, text: t('feed.of-draft') },
    ],
    versions: versions.map((version) => ({
      name: versionName(version, t),
      savedAt: t('compare.saved-at', { when: visit.when(version.createdAt, discussion.zone) }),
      hash: version.textSha256,
    })),
  };
}
