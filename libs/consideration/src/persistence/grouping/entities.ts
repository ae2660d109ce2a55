import { GroupDismissalEntity } from './group-dismissal.entity.js';
import { GroupSuggestionMemberEntity } from './group-suggestion-member.entity.js';
import { GroupSuggestionEntity } from './group-suggestion.entity.js';
import { GroupingRunEntity } from './grouping-run.entity.js';
import { RemarkGroupMemberEntity } from './remark-group-member.entity.js';
import { RemarkGroupEntity } from './remark-group.entity.js';
import { RemarkKeptApartEntity } from './remark-kept-apart.entity.js';
import { SignatureBandEntity } from './signature-band.entity.js';
import { TextSignatureEntity } from './text-signature.entity.js';

export const groupingEntities = [
  GroupingRunEntity,
  TextSignatureEntity,
  SignatureBandEntity,
  GroupSuggestionEntity,
  GroupSuggestionMemberEntity,
  GroupDismissalEntity,
  RemarkGroupEntity,
  RemarkGroupMemberEntity,
  RemarkKeptApartEntity,
];
