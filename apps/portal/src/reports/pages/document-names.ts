import type { Translate } from '#lib/localisation';
import type { RenderingFormat, RenderingLanguage } from '#lib/reports';

/** "PDF, Russian"; the format alone of a file that is one for all languages. */
export const documentName = (format: RenderingFormat, language: RenderingLanguage, t: Translate): string =>
  language === 'mul' ? format : `${format}, ${t(`language.${language}`)}`;
