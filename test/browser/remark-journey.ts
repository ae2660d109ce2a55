import type { Language } from '#lib/kernel';
import { translator } from '#lib/localisation';
import type { Visitor } from './visitor.js';

/** From the first page of the form, at a clause, to the one where all of it is looked at once more. */
export async function writeRemark(visitor: Visitor, language: Language, text: string, email?: string): Promise<void> {
  const t = translator(language);
  await visitor.isAt(t('remark.anchors'));
  await visitor.press(t('steps.next'));
  await visitor.isAt(t('steps.words'));
  await visitor.choose(t('remark.kind.remark'));
  await visitor.fill(t('remark.text'), text);
  await visitor.press(t('steps.next'));
  await visitor.isAt(t('remark.attachments'));
  await visitor.press(t('steps.next'));
  await visitor.isAt(t('remark.author'));
  await nameSender(visitor, language, email);
  await visitor.press(t('steps.next'));
  await visitor.isAt(t('remark.public-title'));
  await visitor.press(t('steps.next'));
  await visitor.isAt(t('steps.check'));
}

export async function nameSender(visitor: Visitor, language: Language, email = 'qupia@secret.example'): Promise<void> {
  const t = translator(language);
  await visitor.choose(t('author.kind.individual'));
  await visitor.fill(t('remark.author-name'), 'Құпия Атауы');
  await visitor.fill(t('remark.email'), email);
}

/** The button of the last page that leads to the answers under this heading. */
export const changeOf = (language: Language, heading: string): RegExp =>
  new RegExp(`^${translator(language)('steps.change')}.*${heading.replaceAll(/[^\p{L}\d ]/gu, '.')}`, 'u');
