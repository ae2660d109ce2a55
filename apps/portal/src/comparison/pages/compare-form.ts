import type { Language } from '#lib/kernel';
import type { VisibleVersion } from '#lib/reports';
import { selectOptions } from '../../pages-kit/select-options.js';
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
  const numbers = (chosen: number) =>
    selectOptions(
      versions.map((version) => [String(version.version), versionName(version, t)]),
      String(chosen),
    );
  const languages = written.map((code) => [code, t(`language.${code}`)] as const);
  const all = ['all', t('compare.language-all')] as const;
  return [
    { name: 'from', label: t('compare.from'), items: numbers(asked.from) },
    { name: 'to', label: t('compare.to'), items: numbers(asked.to) },
    {
      name: 'language',
      label: t('draft.text-language'),
      items: selectOptions(written.length > 1 ? [...languages, all] : languages, asked.language),
    },
    {
      name: 'view',
      label: t('compare.view'),
      items: selectOptions(
        views.map((value) => [value, t(`compare.view-${value}`)]),
        asked.view,
      ),
    },
    {
      name: 'text',
      label: t('compare.text'),
      items: selectOptions(
        extents.map((value) => [value, t(`compare.text-${value}`)]),
        asked.text,
      ),
    },
  ];
}
