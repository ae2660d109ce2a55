const MAX_LENGTH = 120;
/** Controls, marks that turn the direction of text (`invoice\u202efdp.exe`), and characters without a width. */
const invisible = /[\p{Cc}\p{Cs}\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\uffff]/gu;
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/**
 * A name a file may be shown and saved by on any system: without a path, invisible characters or the signs that Windows,
 * a header or a page would read as their own; at most 120 characters with its extension kept. Never empty.
 */
export function safeFileName(given: string): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const clean = last
    .replaceAll(invisible, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[<>:"|?*]/g, '_')
    .replace(/^[. ]+/, '')
    .replace(/[. ]+$/, '');
  const name = reserved.test(clean) ? `_${clean}` : clean;
  return shortened(name) || 'file';
}

function shortened(name: string): string {
  const letters = Array.from(name);
  if (letters.length <= MAX_LENGTH) return name;
  const extension = /\.[a-z0-9]{1,10}$/i.exec(name)?.[0] ?? '';
  return (
    letters
      .slice(0, MAX_LENGTH - extension.length)
      .join('')
      .trimEnd() + extension
  );
}

/** The extension in lower case without its dot; empty when there is none. */
export const extensionOf = (name: string): string => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
