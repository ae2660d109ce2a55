import { highlight, type HighlightedPiece, type MemberRemark } from '#lib/consideration';
import { clauseNames, type StoredClause } from '#lib/drafting';
import { isMessageKey } from '#lib/localisation';
import type { PageVisit } from '../../../pages-kit/visit.js';

/** A remark of a group as a page shows it: beside the text it is compared with. */
export interface ShownRemark {
  readonly href: string;
  readonly number: string;
  readonly facts: readonly string[];
  readonly pieces: readonly HighlightedPiece[];
  readonly proposedWording: string | null;
}

const intake = {
  PORTAL: 'intake.portal',
  API: 'intake.api',
  PAPER: 'intake.post',
  DESK: 'intake.office',
  EMAIL: 'intake.email',
  IMPORT: 'intake.import',
} as const;

interface Beside {
  readonly visit: PageVisit;
  readonly zone: string;
  readonly clauses: readonly StoredClause[];
  /** The text of the representative. */
  readonly text: string;
}

/** Shows each of the remarks beside the text of the representative. */
export function shownRemarks(members: readonly MemberRemark[], { visit, zone, clauses, text }: Beside): ShownRemark[] {
  const { t } = visit;
  const names = clauseNames(clauses, visit.language, t);
  return members.map((member) => {
    const { name, organisation } = member.sender;
    const state = `remark.state.${member.state}`;
    const facts = [
      member.state !== 'RECEIVED' && isMessageKey(state) ? t(state) : null,
      visit.when(member.receivedAt, zone),
      t(intake[member.channel]),
      member.anchors.map(({ lineageId, label }) => names.get(lineageId) ?? label).join('; ') || t('draft.whole'),
      [name, organisation].filter((part) => part).join(', '),
    ];
    return {
      href: visit.to(`officer/remarks/${member.number}`),
      number: member.number,
      facts: facts.filter((fact): fact is string => fact !== null && fact !== ''),
      pieces: highlight(text, member.text),
      proposedWording: member.proposedWording,
    };
  });
}
