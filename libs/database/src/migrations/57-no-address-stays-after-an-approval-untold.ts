import { sqlMigration } from './sql-migration.js';

/**
 * Decision 36. What was approved before the dossier said when (migration 56) is told to nobody, so no last letter would ever end what was
 * asked about such a draft: its addresses go here. The way down brings none back: of an address that was deleted nothing is kept.
 */
export const NoAddressAfterAnUntoldApproval = sqlMigration(
  57,
  'NoAddressAfterAnUntoldApproval',
  [
    `delete from subscription s using discussion d, procedure p
      where d.id = s.discussion_id and p.id = d.procedure_id
        and p.state in ('APPROVED', 'IN_FORCE', 'AMENDING') and p.approved_at is null
        and not exists (select from subscriber_notice n where n.discussion_id = d.id and n.happening = 'APPROVED')`,
  ],
  [],
);
