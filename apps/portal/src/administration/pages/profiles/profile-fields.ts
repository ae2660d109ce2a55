import { languages } from '#lib/kernel';
import type { MessageKey } from '#lib/localisation';
import { channels, identityLevels, latePolicies, postalRules, publications, termUnits } from '#lib/time-limits';
import type { Form } from '../../../pages-kit/form.js';
import type { PageVisit } from '../../../pages-kit/visit.js';
import { profileKinds, secondOfficerActs } from './profile-values.js';

interface Choice {
  readonly value: string;
  readonly text: string;
}

/** One field of the form; its name is the one faults give. */
export interface ProfileField {
  readonly look: 'input' | 'radios' | 'checkboxes';
  readonly name: string;
  /** Where a fault leads: letters, digits and dashes alone. */
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  /** Of an input: how wide, and the language of what is typed. */
  readonly width?: string;
  readonly language?: string;
  readonly isNumber?: boolean;
  readonly items?: readonly Choice[];
  readonly value: string;
  readonly values: readonly string[];
}

export interface ProfilePart {
  readonly title: string;
  readonly fields: readonly ProfileField[];
}

/** Makes the fields of one form. */
class Fields {
  constructor(
    private readonly form: Form,
    private readonly visit: PageVisit,
  ) {}

  input(name: string, label: MessageKey, more: Partial<ProfileField> = {}): ProfileField {
    return this.field('input', name, this.visit.t(label), more);
  }

  number(name: string, label: MessageKey): ProfileField {
    return this.input(name, label, { isNumber: true, width: 'govuk-input--width-5' });
  }

  /** One input a language; texts are shown to people in theirs. */
  titles(name: string, label: MessageKey): ProfileField[] {
    const { t } = this.visit;
    return languages.map((language) =>
      this.field('input', `${name}.${language}`, inLanguage(t(label), t(`language.${language}`)), { language }),
    );
  }

  radios(name: string, label: MessageKey, items: readonly Choice[], hint?: MessageKey): ProfileField {
    return this.field('radios', name, this.visit.t(label), { items, ...(hint && { hint: this.visit.t(hint) }) });
  }

  checkboxes(name: string, label: MessageKey, items: readonly Choice[]): ProfileField {
    return this.field('checkboxes', name, this.visit.t(label), { items });
  }

  yesOrNo(name: string, label: MessageKey): ProfileField {
    const { t } = this.visit;
    return this.radios(name, label, [
      { value: 'yes', text: t('profile.yes') },
      { value: 'no', text: t('profile.no') },
    ]);
  }

  private field(look: ProfileField['look'], name: string, label: string, more: Partial<ProfileField>): ProfileField {
    const id = name.replaceAll('.', '-');
    return { look, name, id, label, value: this.form.text(name), values: this.form.list(name), ...more };
  }
}

const inLanguage = (label: string, language: string): string => `${label} (${language})`;

/** Every field of the form, part by part, with what was typed. */
export function profileParts(form: Form, family: string, visit: PageVisit): ProfilePart[] {
  const fields = new Fields(form, visit);
  const { t } = visit;
  return [
    { title: t('profile-form.part-name'), fields: nameFields(fields, family, visit) },
    { title: t('profile.part-term'), fields: termFields(fields, visit) },
    { title: t('profile.part-intake'), fields: intakeFields(fields, visit) },
    { title: t('profile.part-consideration'), fields: considerationFields(fields, visit) },
    { title: t('profile.part-moderation'), fields: moderationFields(fields, visit) },
    { title: t('profile.basis'), fields: basisFields(fields) },
  ];
}

const nameFields = (fields: Fields, family: string, { t }: PageVisit): ProfileField[] => [
  fields.input('id', 'profile.id', { hint: t('profile-form.id-hint'), width: 'govuk-input--width-20' }),
  fields.radios(
    'kind',
    'profile-form.kind',
    profileKinds.map((value) => ({ value, text: t(`profile-form.kind-${value}`, { family }) })),
  ),
  fields.input('family', 'profile-form.family', {
    hint: t('profile-form.family-hint'),
    width: 'govuk-input--width-20',
  }),
  fields.input('validFrom', 'profile-form.valid-from', {
    hint: t('profile-form.valid-from-hint'),
    width: 'govuk-input--width-10',
  }),
  ...fields.titles('title', 'profile-form.title'),
];

const termFields = (fields: Fields, { t }: PageVisit): ProfileField[] => [
  fields.radios(
    'term.unit',
    'profile-form.unit',
    termUnits.map((value) => ({ value, text: t(`profile-form.unit-${value}`) })),
  ),
  fields.number('term.length', 'profile.term'),
  fields.number('term.minimumLength', 'profile.minimum'),
  fields.input('closing.hour', 'profile.closing', {
    hint: t('profile-form.hour-hint'),
    width: 'govuk-input--width-5',
  }),
  fields.input('closing.zone', 'profile-form.zone', {
    hint: t('profile-form.zone-hint'),
    width: 'govuk-input--width-20',
  }),
  ...fields.titles('closing.zoneTitle', 'profile-form.zone-title'),
  fields.number('outage.totalMinutes', 'profile-form.outage-minutes'),
  fields.number('outage.lastHours', 'profile-form.outage-hours'),
];

const intakeFields = (fields: Fields, { t }: PageVisit): ProfileField[] => {
  const channelItems = channels.map((value) => ({ value, text: t(`profile.channel-${value}`) }));
  return [
    fields.radios(
      'latePolicy',
      'profile.late',
      latePolicies.map((value) => ({ value, text: t(`profile.late-${value}`) })),
    ),
    fields.radios(
      'postalRule',
      'profile.postal',
      postalRules.map((value) => ({ value, text: t(`profile.postal-${value}`) })),
    ),
    fields.radios(
      'identity',
      'profile.identity',
      identityLevels.map((value) => ({ value, text: t(`profile.identity-${value}`) })),
      'profile-form.identity-hint',
    ),
    fields.yesOrNo('considersAnonymous', 'profile.anonymous'),
    fields.checkboxes(
      'draftLanguages',
      'profile.languages',
      languages.map((value) => ({ value, text: t(`language.${value}`) })),
    ),
    fields.checkboxes('channels.mandatory', 'profile.channels', channelItems),
    fields.checkboxes('channels.optional', 'profile.channels-optional', channelItems),
    fields.number('retention.senderMonths', 'profile-form.sender-months'),
  ];
};

const considerationFields = (fields: Fields, { t }: PageVisit): ProfileField[] => [
  fields.number('decisions.minimumGroundLength', 'profile-form.ground-length'),
  fields.number('decisions.sameGroundLimit', 'profile-form.same-ground'),
  fields.checkboxes(
    'secondOfficer',
    'profile-form.second',
    secondOfficerActs.map((value) => ({ value, text: t(`profile-form.second-${value}`) })),
  ),
];

const moderationFields = (fields: Fields, { t }: PageVisit): ProfileField[] => [
  fields.radios(
    'moderation.publication',
    'profile.publication',
    publications.map((value) => ({ value, text: t(`profile-form.publication-${value}`) })),
  ),
  fields.number('moderation.waitsHours', 'profile-form.waits-hours'),
];

const basisFields = (fields: Fields): ProfileField[] => [
  ...fields.titles('act.title', 'profile-form.act'),
  fields.input('act.clauses', 'profile-form.clauses'),
  fields.yesOrNo('act.isConfirmed', 'profile-form.act-confirmed'),
  fields.yesOrNo('keepsActs', 'profile-form.keeps-acts'),
];
