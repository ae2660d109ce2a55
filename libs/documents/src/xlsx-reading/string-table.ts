import { readXml } from './read-xml.js';
import { StringText } from './string-text.js';

/** The strings that cells refer to by their place in this part. */
export async function sharedStrings(xml: string): Promise<string[]> {
  const strings: string[] = [];
  const string = new StringText();
  await readXml(xml, {
    open: (name) => string.open(name),
    text: (text) => string.text(text),
    close(name) {
      string.close(name);
      if (name === 'si') strings.push(string.take());
    },
  });
  return strings;
}
