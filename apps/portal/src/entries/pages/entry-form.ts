import {
  type EnterReceivedRemarkInput,
  entryChannels,
  type EntryDetails,
  type RemarkContent,
  type Sender,
  senderKinds,
} from '#lib/discussion';
import { languages, newId } from '#lib/kernel';
import type { Translate } from '#lib/localisation';
import { zonedText } from '#lib/time-limits';
import { WHOLE_DRAFT } from '../../discussion/pages/remark-form.js';
import { Form } from '../../pages-kit/form.js';
import type { FormErrors } from '../../pages-kit/form-errors.js';
import { typedDay } from '../../pages-kit/typed-day.js';

const kinds = ['REMARK', 'PROPOSAL'] as const;

/** What was typed of a letter, to be shown again. */
export interface TypedEntry {
  /** The id the entry will have: sent twice, it is one entry. */
  readonly key: string;
  readonly channel: string;
  readonly registration: string;
  readonly arrivalDay: string;
  readonly arrivalTime: string;
  readonly postmarkDay: string;
  readonly senderKind: string;
  readonly name: string;
  readonly organisation: string;
  readonly bin: string;
  readonly ground: string;
  readonly email: string;
  readonly anchors: readonly string[];
  readonly kind: string;
  readonly text: string;
  readonly proposedWording: string;
  readonly language: string;
  readonly noScanReason: string;
}

export const typedEntry = (form: Form): TypedEntry => ({
  key: form.text('key') || newId(),
  channel: form.text('channel'),
  registration: form.text('registration'),
  arrivalDay: form.text('arrivalDay'),
  arrivalTime: form.text('arrivalTime'),
  postmarkDay: form.text('postmarkDay'),
  senderKind: form.text('senderKind'),
  name: form.text('name'),
  organisation: form.text('organisation'),
  bin: form.text('bin'),
  ground: form.text('ground'),
  email: form.text('email'),
  anchors: form.list('anchors'),
  kind: form.text('kind'),
  text: form.text('text'),
  proposedWording: form.text('proposedWording'),
  language: form.text('language'),
  noScanReason: form.text('noScanReason'),
});

/** A refused entry to start anew from: everything but its files, under an id of its own. */
export function typedFrom({ content, sender, ...entry }: EntryDetails, zone: string): TypedEntry {
  const { channel, registration, arrivalDay, postmarkDay, precision, arrivedAt } = entry;
  return {
    ...typedEntry(new Form({})),
    channel,
    registration,
    arrivalDay,
    arrivalTime: precision === 'INSTANT' ? zonedText(arrivedAt, zone).slice(11, 19) : '',
    postmarkDay: postmarkDay ?? '',
    senderKind: sender?.kind ?? '',
    name: sender?.name ?? '',
    organisation: sender?.organisation ?? '',
    bin: sender?.bin ?? '',
    ground: sender?.representativeGround ?? '',
    email: sender?.email ?? '',
    anchors: content && content.anchors.length > 0 ? content.anchors : [WHOLE_DRAFT],
    kind: content?.kind ?? '',
    text: content?.text ?? '',
    proposedWording: content?.proposedWording ?? '',
    language: content?.language ?? '',
    noScanReason: entry.noScanReason ?? '',
  };
}

export interface KeptOfEntry {
  readonly scans: readonly string[];
  readonly attachments: readonly string[];
}

/** The letter of the form; what nobody chose or typed is named in `errors`, the rest is looked at by the use case. */
export function letterOf(
  typed: TypedEntry,
  { scans, attachments }: KeptOfEntry,
  errors: FormErrors,
  t: Translate,
): EnterReceivedRemarkInput {
  const channel = entryChannels.find((each) => each === typed.channel);
  if (!channel) errors.add('channel', t('entry.fault-channel'));
  if (!typed.registration) errors.add('registration', t('form.required', { field: t('entry.registration') }));
  if (!typed.arrivalDay) errors.add('arrivalDay', t('form.required', { field: t('entry.arrival-day') }));
  const sender = senderOf(typed, errors, t);
  const content = contentOf(typed, errors, t);
  return {
    entryId: typed.key,
    channel: channel ?? 'PAPER',
    registration: typed.registration,
    arrival: {
      day: typedDay(typed.arrivalDay),
      ...(typed.arrivalTime ? { time: typed.arrivalTime } : {}),
      ...(typed.postmarkDay ? { postmarkDay: typedDay(typed.postmarkDay) } : {}),
    },
    content,
    sender,
    scans,
    attachments,
    ...(typed.noScanReason ? { noScanReason: typed.noScanReason } : {}),
  };
}

function senderOf(typed: TypedEntry, errors: FormErrors, t: Translate): Sender {
  const { name, organisation, bin, ground, email } = typed;
  const kind = senderKinds.find((each) => each === typed.senderKind);
  if (!kind) errors.add('senderKind', t('entry.fault-sender'));
  if (!name) errors.add('name', t('form.required', { field: t('remark.author-name') }));
  return {
    kind: kind ?? 'INDIVIDUAL',
    name,
    ...(email ? { email } : {}),
    ...(kind !== 'INDIVIDUAL' && organisation ? { organisation } : {}),
    ...(kind !== 'INDIVIDUAL' && bin ? { bin } : {}),
    ...(kind !== 'INDIVIDUAL' && ground ? { representativeGround: ground } : {}),
  };
}

function contentOf(typed: TypedEntry, errors: FormErrors, t: Translate): RemarkContent {
  const { anchors, text, proposedWording } = typed;
  if (anchors.length === 0) errors.add('anchors', t('form.anchor-missing'));
  const kind = kinds.find((each) => each === typed.kind);
  if (!kind) errors.add('kind', t('form.type-missing'));
  if (!text) errors.add('text', t('entry.fault-text'));
  const language = languages.find((each) => each === typed.language);
  if (!language) errors.add('language', t('entry.fault-language'));
  return {
    kind: kind ?? 'REMARK',
    language: language ?? 'kk',
    text,
    ...(proposedWording ? { proposedWording } : {}),
    anchors: anchors.filter((anchor) => anchor !== WHOLE_DRAFT),
  };
}
