/** The field of the buttons by which the language is switched within a form. */
export const AGAIN = 'again';
/** Of the same buttons where a form waits in a page until it is sent as it stands: by them it waits on. */
export const WAITS = 'waits';

/** A form as it was typed: the last value of a field, trimmed; an absent one is empty. */
export class Form {
  private readonly values: ReadonlyMap<string, readonly string[]>;

  constructor(body: unknown) {
    const entries = typeof body === 'object' && body !== null ? Object.entries(body) : [];
    this.values = new Map(entries.map(([name, value]) => [name, (Array.isArray(value) ? value : [value]).map(String)]));
  }

  /** It came by a language of the page's head: it is shown again as it was typed, and nothing of it is judged or saved. */
  get changesLanguage(): boolean {
    return this.text(AGAIN) !== '';
  }

  /** It came by a language of the page in which it waits. */
  get waitsOn(): boolean {
    return this.text(WAITS) !== '';
  }

  text(name: string): string {
    return (this.values.get(name)?.at(-1) ?? '').replaceAll('\r\n', '\n').trim();
  }

  /** As it was typed, spaces and all: a password. */
  typed(name: string): string {
    return this.values.get(name)?.at(-1) ?? '';
  }

  /** Every value as it was sent, a repeated field as often as it was. */
  get entries(): { readonly name: string; readonly value: string }[] {
    return [...this.values].flatMap(([name, values]) => values.map((value) => ({ name, value })));
  }

  optional(name: string): string | undefined {
    return this.text(name) || undefined;
  }

  /** Every value of a field with several, empty ones left out. */
  list(name: string): string[] {
    return (this.values.get(name) ?? []).map((value) => value.trim()).filter((value) => value !== '');
  }

  oneOf<Value extends string>(name: string, values: readonly Value[]): Value | undefined {
    const text = this.text(name);
    return values.find((value) => value === text);
  }
}
