/**
 * Tables whose rows are a body's own until they are published (decision 29): migration 46 has their policies. A new table stands
 * here, with a policy in its migration, or below with the reason why it needs none; a test compares both with the schema.
 */
export const protectedTables: readonly string[] = [
  'procedure',
  'draft_version',
  'clause',
  'report',
  'report_rendering',
  'report_row',
  'report_remark',
  'report_fact',
  'report_signature',
  'report_erratum',
  'report_run',
  'report_step',
  'hiding',
  'received_entry',
  'received_entry_file',
  'sheet_import',
  'point',
  'point_span',
  'decision',
  'decision_confirmation',
  'own_initiative',
  'remark_assignment',
  'remark_flag',
  'remark_note',
  'remark_note_mention',
  'ground_template',
  'grouping_run',
  'text_signature',
  'signature_band',
  'remark_group',
  'remark_group_member',
  'remark_kept_apart',
  'group_suggestion',
  'group_suggestion_member',
  'group_dismissal',
];

const isPublic = 'public as soon as it is written';
const isIntake = 'written by anybody in the intake statement, where a rule would be paid for by every remark';
const isAccount = 'read before it is known who asks, and of a person, not of a procedure';
const isMachinery = 'names ids and hashes only, and belongs to the machinery';
const isFile =
  'read by an id that only its own row tells, and that row is protected; written before it belongs to anything';

export const openTables: Readonly<Record<string, string>> = {
  discussion: isPublic,
  placement: isPublic,
  state_body: isPublic,
  public_service: isPublic,
  calendar_day: isPublic,
  calendar_year: isPublic,
  intake_outage: isPublic,
  remark: isIntake,
  remark_revision: isIntake,
  remark_attachment: isIntake,
  late_arrival: isIntake,
  sealed_sender: isIntake,
  idempotency: isIntake,
  erasure_request: 'asked for by anybody with a receipt; says only that it was asked for',
  sender_removal: 'counts of the retention job; no work of anybody',
  stored_file: isFile,
  stored_file_chunk: isFile,
  officer: isAccount,
  officer_factor: isAccount,
  officer_invitation: isAccount,
  officer_session: isAccount,
  api_token: isAccount,
  password_reset: isAccount,
  pending_sign_in: isAccount,
  recovery_code: isAccount,
  sign_in_attempt: isAccount,
  ledger_entry: isMachinery,
  outbox_event: isMachinery,
  outbox_job: isMachinery,
  worker_heartbeat: isMachinery,
  intake_watch: isMachinery,
  migration: isMachinery,
  clear_sender: 'emptied by `talqy migrate` before anything else runs',
};
