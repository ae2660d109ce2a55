import { type CreateProcedureInput, procedureKinds, titleOf } from '#lib/drafting';
import { type Language, languages } from '#lib/kernel';
import type { Translate } from '#lib/localisation';
import type { PublicService } from '#lib/service-register';
import { knownFamilies } from '#lib/time-limits';
import type { Form } from '../../../pages-kit/form.js';
import type { FormErrors } from '../../../pages-kit/form-errors.js';

export const titleField = (language: Language): string => `title-${language}`;

/** What CreateProcedure takes; undefined with what nobody chose named in `errors`. */
export function newProcedureOf(
  form: Form,
  services: readonly PublicService[],
  errors: FormErrors,
  t: Translate,
): Omit<CreateProcedureInput, 'developerId'> | undefined {
  const kind = form.oneOf('kind', procedureKinds);
  const profileFamily = form.oneOf('profileFamily', knownFamilies());
  const serviceCode = form.optional('serviceCode');
  if (!kind) errors.add('kind', t('drafting.kind-missing'));
  if (!profileFamily) errors.add('profileFamily', t('drafting.refused.profile-unknown'));
  if (!kind || !profileFamily) return undefined;
  const [kk = '', ru = '', en = ''] = languages.map((language) => form.text(titleField(language)));
  const service = services.find(({ code }) => code === serviceCode);
  const title = titleOf(kind, { kk, ru, ...(en ? { en } : {}) }, service);
  return { kind, profileFamily, title, ...(serviceCode === undefined ? {} : { serviceCode }) };
}
