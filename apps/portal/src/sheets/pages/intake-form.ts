import { entryChannels } from '#lib/discussion';
import { languages } from '#lib/kernel';
import type { Translate } from '#lib/localisation';
import type { SheetLetter } from '#lib/sheets';
import { Form } from '../../pages-kit/form.js';
import type { FormErrors } from '../../pages-kit/form-errors.js';
import { typedDay } from '../../pages-kit/typed-day.js';

/** The facts of a letter as they were typed, to be shown again. */
export interface TypedLetter {
  readonly channel: string;
  readonly registration: string;
  readonly arrivalDay: string;
  readonly arrivalTime: string;
  readonly postmarkDay: string;
  readonly language: string;
}

export const typedLetter = (form: Form): TypedLetter => ({
  channel: form.text('channel'),
  registration: form.text('registration'),
  arrivalDay: form.text('arrivalDay'),
  arrivalTime: form.text('arrivalTime'),
  postmarkDay: form.text('postmarkDay'),
  language: form.text('language'),
});

/** What nobody chose or typed is named in `errors`; the rest is looked at by the use case. */
export function letterOf(typed: TypedLetter, errors: FormErrors, t: Translate): SheetLetter {
  const channel = entryChannels.find((each) => each === typed.channel);
  const language = languages.find((each) => each === typed.language);
  if (!channel) errors.add('channel', t('entry.fault-channel'));
  if (!typed.registration) errors.add('registration', t('form.required', { field: t('entry.registration') }));
  if (!typed.arrivalDay) errors.add('arrivalDay', t('form.required', { field: t('entry.arrival-day') }));
  if (!language) errors.add('language', t('entry.fault-language'));
  return {
    channel: channel ?? 'PAPER',
    registration: typed.registration,
    arrival: {
      day: typedDay(typed.arrivalDay),
      ...(typed.arrivalTime ? { time: typed.arrivalTime } : {}),
      ...(typed.postmarkDay ? { postmarkDay: typedDay(typed.postmarkDay) } : {}),
    },
    language: language ?? 'kk',
  };
}
