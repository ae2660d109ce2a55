import type { VisibleVersion } from '#lib/reports';
import type { MessageKey, Translate } from '#lib/localisation';

const names: Readonly<Record<VisibleVersion['standing'], MessageKey>> = {
  discussed: 'compare.version-discussed',
  revised: 'compare.version-revised',
  unpublished: 'compare.version-unpublished',
};

/** "Version 2 (revised)". */
export const versionName = ({ version, standing }: VisibleVersion, t: Translate): string =>
  t(names[standing], { number: version });
