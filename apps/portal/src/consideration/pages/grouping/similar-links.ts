import type { PageVisit } from '../../../pages-kit/visit.js';
import type { OwnRemark } from '../../own-remarks.js';

/** From a remark to the group it is in, or to the suggestions it is part of. */
export function similarLinks({ discussion, similar }: OwnRemark, visit: PageVisit) {
  const { t } = visit;
  const groups = visit.to(`officer/discussions/${discussion.id}/groups`);
  if (similar.group) {
    const { groupNo: no, members } = similar.group;
    return [{ href: `${groups}/${no}`, text: t('grouping.similar-group', { no, members }) }];
  }
  return similar.suggestions.map(({ id, kind, size }) => ({
    href: `${groups}/suggestions/${id}`,
    text: t('grouping.similar-suggestion', { kind: t(`grouping.kind.${kind}`), size }),
  }));
}
