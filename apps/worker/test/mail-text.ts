/** The text of a mail, whichever of the two encodings it was put into. */
export function textOf(mail: string): string {
  const end = /\r?\n\r?\n/.exec(mail)?.index ?? 0;
  const [head, body] = [mail.slice(0, end), mail.slice(end)];
  if (/transfer-encoding: base64/i.test(head)) return Buffer.from(body, 'base64').toString();
  const bytes = body
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}
