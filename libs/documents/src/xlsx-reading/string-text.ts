/**
 * Gathers the text of a string item: the runs of a rich text joined, what is said of its pronunciation left out, escapes of
 * the format read, line breaks as line feeds.
 */
export class StringText {
  private gathered: string[] = [];
  private isText = false;
  private isPhonetic = false;

  open(name: string): void {
    if (name === 'rPh') this.isPhonetic = true;
    if (name === 't') this.isText = !this.isPhonetic;
  }

  close(name: string): void {
    if (name === 'rPh') this.isPhonetic = false;
    if (name === 't') this.isText = false;
  }

  text(text: string): void {
    if (this.isText) this.gathered.push(text);
  }

  /** The text, after which the next one begins. */
  take(): string {
    const text = this.gathered.join('');
    this.gathered = [];
    return withoutEscapes(text);
  }
}

/** `_x000D_` stands for the character of that number, `_x005F_` for an underscore that begins no escape. */
export const withoutEscapes = (text: string): string =>
  (text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : text
  ).replace(/\r\n?/g, '\n');
