import type { Language } from '#lib/kernel';
import type { VisibleVersion } from '#lib/reports';
import type { PageVisit } from '../../pages-kit/visit.js';
import { type Comparing, extents, type TextLanguage, views } from './comparing.js';
import type { CompareModel } from './compare.view.js';
import { versionName } from './version-name.js';

/** The fields of the form that asks for another comparison. */
export function comparisonChoices(
  versions: readonly VisibleVersion[],
  written: readonly Language[],
  asked: Comparing & { readonly language: TextLanguage },
  { t }: PageVisit,
): CompareModel['choices'] {
  const option = (value: string, text: string, chosen: string | number) => ({
    value,
    text,
    selected: value === String(chosen),
  });
  const numbers = (chosen: number) =>
    versions.map((version) => option(String(version.version), versionName(version, t), chosen));
  const languages = written.map((code) => option(code, t(`language.${code}`), asked.language));
  const all = option('all', t('compare.language-all'), asked.language);
  return [
    { name: 'from', label: t('compare.from'), items: numbers(asked.from) },
    { name: 'to', label: t('compare.to'), items: numbers(asked.to) },
    { name: 'language', label: t('draft.text-language'), items: written.length > 1 ? [...languages, all] : languages },
    {
      name: 'view',
      label: t('compare.view'),
      items: views.map((value) => option(value, t(`compare.view-${value}`), asked.view)),
    },
    {
      name: 'text',
      label: t('compare.text'),
      items: extents.map((value) => option(value, t(`compare.text-${value}`), asked.text)),
    },
  ];
}
