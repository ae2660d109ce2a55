import type { StoredClause } from '#lib/drafting';
import type { PageVisit } from '../../../pages-kit/visit.js';
import type { KeptFile } from '../../attachments.js';
import { clauseItems } from '../clause-items.js';
import type { SenderConfirmation } from '../confirmed-sender.js';
import { type TypedRemark, WHOLE_DRAFT } from '../remark-form.js';
import type { CheckItem } from '../remark-form.view.js';
import type { RemarkStep } from './steps.js';

/** One page's answers, as they will be sent. */
export interface CheckSection {
  readonly heading: string;
  /** Leads to the page on which they are changed. */
  readonly change: string;
  readonly rows: readonly { readonly name: string; readonly text: string }[];
}

interface Answers {
  readonly typed: TypedRemark;
  readonly files: readonly KeptFile[];
  readonly clauses: readonly StoredClause[];
  readonly confirmation: SenderConfirmation | null;
}

/** @param addressOf a page's address */
export function checkSections(
  { typed, files, clauses, confirmation }: Answers,
  visit: PageVisit,
  addressOf: (step: RemarkStep) => string,
): CheckSection[] {
  const { t } = visit;
  const chosen = clauseItems(clauses, visit.language, t).filter(({ value }) => typed.anchors.includes(value));
  // Beside a clause the draft as a whole says nothing more (REQ-32).
  const parts = chosen.length > 1 ? chosen.filter(({ value }) => value !== WHOLE_DRAFT) : chosen;
  const none = t('steps.none');
  const section = (step: RemarkStep, heading: string, rows: CheckSection['rows']): CheckSection => ({
    heading,
    change: addressOf(step),
    rows: rows.map(({ name, text }) => ({ name, text: text || none })),
  });
  return [
    section('parts', t('remark.anchors'), [{ name: t('steps.parts'), text: parts.map(nameAndWords).join('\n') }]),
    section('words', t('steps.words'), [
      { name: t('own.kind'), text: kindName(typed, visit) },
      { name: t('remark.text'), text: typed.text },
      { name: t('remark.proposed-wording'), text: typed.proposedWording },
    ]),
    section('files', t('remark.attachments'), [
      { name: t('file.list'), text: files.map(({ name }) => name).join('\n') },
    ]),
    section('sender', t('remark.author'), [...senderRows(typed, visit), ...confirmationRows(confirmation, visit)]),
    section('public', t('remark.public-title'), [
      { name: t('steps.name'), text: t(typed.nameConsent ? 'steps.name-public' : 'steps.name-hidden') },
    ]),
  ];
}

const nameAndWords = ({ text, hint }: CheckItem) => (hint ? `${text}: ${hint.text}` : text);

function kindName({ kind }: TypedRemark, { t }: PageVisit): string {
  if (kind === 'REMARK') return t('remark.kind.remark');
  return kind === 'PROPOSAL' ? t('remark.kind.proposal') : '';
}

function senderRows(typed: TypedRemark, { t }: PageVisit): CheckSection['rows'] {
  const { senderKind, name, organisation, bin, ground, email } = typed;
  const isEntity = senderKind === 'LEGAL_ENTITY';
  const kind = isEntity ? t('author.kind.legal-entity') : senderKind && t('author.kind.individual');
  return [
    { name: t('privacy.sender'), text: kind },
    { name: t(isEntity ? 'remark.representative-name' : 'remark.author-name'), text: name },
    ...(isEntity
      ? [
          { name: t('remark.organisation-name'), text: organisation },
          { name: t('remark.organisation-bin'), text: bin },
          { name: t('remark.representative-ground'), text: ground },
        ]
      : []),
    { name: t('remark.email'), text: email },
  ];
}

const confirmationRows = (confirmation: SenderConfirmation | null, { t }: PageVisit): CheckSection['rows'] =>
  confirmation?.confirmed ? [{ name: t('sender.confirmation'), text: confirmation.confirmed }] : [];
