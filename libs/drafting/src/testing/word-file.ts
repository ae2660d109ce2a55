import { type Block, bytesOf, writeDocx } from '#lib/documents';
import { type Language, instant } from '#lib/kernel';

/** The same text as Word has it: heading styles, or bold lines only. */
export function wordFile(markdown: string, language: Language, boldOnly = false): Promise<Buffer> {
  const blocks = markdown.split(/\n+(?!   )/).flatMap((line): Block[] => {
    const heading = /^(#+) (.*)/.exec(line);
    const text = line.replace(/\s*\n\s*/g, ' ');
    if (!heading) return text === '' ? [] : [{ kind: 'paragraph', text }];
    const [, marks = '', words = ''] = heading;
    if (boldOnly) return [{ kind: 'paragraph', text: [{ text: words, bold: true }], align: 'center' }];
    return [{ kind: 'heading', level: marks.length === 1 ? 1 : 2, text: words }];
  });
  return bytesOf(writeDocx({ language, title: 'Жоба', madeAt: instant('2016-06-01T00:00:00Z'), blocks }));
}
