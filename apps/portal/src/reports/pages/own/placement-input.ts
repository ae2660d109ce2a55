import type { Fault, NewPlacement } from '#lib/discussion';
import { DomainError } from '#lib/kernel';
import type { Translate } from '#lib/localisation';
import { type Channel, readLocalTime } from '#lib/time-limits';
import type { Form } from '../../../pages-kit/form.js';
import type { FormErrors } from '../../../pages-kit/form-errors.js';

/** The placement that was typed; what is wrong with it is named in `errors`. A time without an offset is that of the zone. */
export function typedPlacement(
  form: Form,
  { channels, zone }: { readonly channels: readonly Channel[]; readonly zone: string },
  errors: FormErrors,
  t: Translate,
): NewPlacement | undefined {
  const [url, placed] = [form.text('url'), form.text('placedAt')];
  const channel = form.oneOf('channel', channels);
  if (!channel) errors.add('channel', t('placing.channel-missing'));
  if (!URL.canParse(url) || !['http:', 'https:'].includes(new URL(url).protocol)) {
    errors.add('url', t('place.url-wrong'));
  }
  try {
    const placedAt = readLocalTime(placed.replace('T', ' '), zone);
    return channel && errors.isEmpty ? { channel, url, placedAt } : undefined;
  } catch {
    errors.add('placedAt', t('place.time-wrong'));
    return undefined;
  }
}

/** What the use case refused, put beside the fields. @returns whether the error was of that kind */
export function addPlacementFaults(error: unknown, errors: FormErrors, t: Translate): boolean {
  if (!(error instanceof DomainError)) return false;
  if (error.code === 'conflict') errors.add('url', t('placing.same-address'));
  if (error.code === 'invalid-input') {
    for (const { fault } of (error.details['faults'] as readonly Fault[] | undefined) ?? []) {
      if (fault === 'in-the-future') errors.add('placedAt', t('placing.future'));
      else errors.add('url', t('place.url-wrong'));
    }
  }
  return !errors.isEmpty;
}
