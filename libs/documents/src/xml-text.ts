// XML 1.0 allows only tab, line feed and carriage return below U+0020; two noncharacters and lone surrogates are out too.
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Most text has none of it. */
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const SPECIAL = /[&<>"\u0000-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** What XML cannot hold is shown as U+FFFD, so that nothing vanishes unseen. */
export const withinXml = (text: string): string =>
  SPECIAL.test(text) ? text.replace(FORBIDDEN, '\uFFFD').replace(LONE_SURROGATE, '\uFFFD') : text;

/** Text made safe for XML content and attributes. */
export const xmlText = (text: string): string =>
  SPECIAL.test(text) ? withinXml(text).replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character) : text;
