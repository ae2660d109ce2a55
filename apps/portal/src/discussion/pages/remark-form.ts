import { needsContact, type RemarkContent, type Sender } from '#lib/discussion';
import { type Language, newId } from '#lib/kernel';
import type { Translate } from '#lib/localisation';
import type { IdentityLevel } from '#lib/time-limits';
import { Form } from '../../pages-kit/form.js';
import { FormErrors } from '../../pages-kit/form-errors.js';

/** The box for the draft as a whole, among the boxes of its clauses. */
export const WHOLE_DRAFT = 'whole';

const kinds = ['REMARK', 'PROPOSAL'] as const;
const senderKinds = ['INDIVIDUAL', 'LEGAL_ENTITY'] as const;

/** What was typed, to be shown again. */
export interface TypedRemark {
  readonly key: string;
  readonly kind: string;
  readonly anchors: readonly string[];
  readonly text: string;
  readonly proposedWording: string;
  readonly senderKind: string;
  readonly name: string;
  readonly organisation: string;
  readonly bin: string;
  readonly ground: string;
  readonly email: string;
  /** Which findings of personal data were seen, as the form was given them. */
  readonly personalSeen: string;
  /** Whether the box was ticked by which the name becomes public. */
  readonly nameConsent: boolean;
  /** Of a remark that had to wait: it arrived when the ticket says. */
  readonly ticket: string;
  /** What was proved for it. */
  readonly proof: string;
  /** The signature that came with it, Base64; it belongs to these very answers and goes with no other (decision 34). */
  readonly signature: string;
}

/** A form nobody has typed in yet, perhaps opened at a clause. */
export const untouched = (clause?: string): TypedRemark => typedRemark(new Form({ anchors: clause ?? [] }));

export function typedRemark(form: Form): TypedRemark {
  return {
    key: form.text('key') || newId(),
    kind: form.text('kind'),
    anchors: [...new Set(form.list('anchors'))],
    text: form.text('text'),
    proposedWording: form.text('proposedWording'),
    senderKind: form.text('senderKind'),
    name: form.text('name'),
    organisation: form.text('organisation'),
    bin: form.text('bin'),
    ground: form.text('ground'),
    email: form.text('email'),
    personalSeen: form.text('personalSeen'),
    nameConsent: form.list('nameConsent').includes('yes'),
    ticket: form.text('ticket'),
    proof: form.text('proof'),
    signature: form.text('signature'),
  };
}

/** The content of the form; what is missing is named in `errors`. */
export function contentOf(typed: TypedRemark, language: Language, errors: FormErrors, t: Translate): RemarkContent {
  const { anchors, text, proposedWording } = typed;
  const kind = kinds.find((each) => each === typed.kind);
  if (!kind) errors.add('kind', t('form.type-missing'));
  if (anchors.length === 0) errors.add('anchors', t('form.anchor-missing'));
  if (!text) errors.add('text', t('form.text-missing'));
  return {
    kind: kind ?? 'REMARK',
    language,
    text,
    ...(proposedWording ? { proposedWording } : {}),
    anchors: anchors.filter((anchor) => anchor !== WHOLE_DRAFT),
  };
}

/** Who sends; a legal entity is named together with its representative (REQ-30). */
export function senderOf(typed: TypedRemark, identity: IdentityLevel, errors: FormErrors, t: Translate): Sender {
  const kind = senderKinds.find((each) => each === typed.senderKind);
  if (!kind) errors.add('senderKind', t('form.author-missing'));
  if (!typed.name) errors.add('name', t('form.name-missing'));
  if (kind === 'LEGAL_ENTITY' && !typed.organisation) {
    errors.add('organisation', t('form.required', { field: t('remark.organisation-name') }));
  }
  if (!typed.email && needsContact(identity)) errors.add('email', t('form.email-missing'));
  const contact = typed.email ? { email: typed.email } : {};
  if (kind !== 'LEGAL_ENTITY') return { kind: 'INDIVIDUAL', name: typed.name, ...contact };
  return {
    kind,
    name: typed.name,
    ...contact,
    organisation: typed.organisation,
    ...(typed.bin ? { bin: typed.bin } : {}),
    ...(typed.ground ? { representativeGround: typed.ground } : {}),
  };
}
