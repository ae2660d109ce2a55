/** What is wrong with a form, in the order of its fields: a summary that leads to each field, and the text beside it. */
export class FormErrors {
  private readonly byField = new Map<string, readonly string[]>();

  /** The first is told; what follows from it is not. */
  add(field: string, text: string): void {
    if (!this.byField.has(field)) this.byField.set(field, [text]);
  }

  /** Told beside what is wrong with the field already: of several files, each. */
  also(field: string, text: string): void {
    this.byField.set(field, [...(this.byField.get(field) ?? []), text]);
  }

  /** Those of these fields alone, in the order given. */
  only(fields: readonly string[]): FormErrors {
    const some = new FormErrors();
    for (const field of fields) {
      for (const text of this.byField.get(field) ?? []) some.also(field, text);
    }
    return some;
  }

  get isEmpty(): boolean {
    return this.byField.size === 0;
  }

  /** For the error summary of the layout. */
  get summary(): { readonly text: string; readonly href: string }[] {
    return [...this.byField].flatMap(([field, texts]) => texts.map((text) => ({ text, href: `#${field}` })));
  }

  /** By field, as the components take them. */
  get fields(): Readonly<Record<string, { readonly text: string }>> {
    return Object.fromEntries([...this.byField].map(([field, texts]) => [field, { text: asOne(texts) }]));
  }
}

const asOne = (texts: readonly string[]): string =>
  texts.length > 1 ? texts.map((text) => text.replace(/\.?$/, '.')).join(' ') : texts.join('');

/** What every model of a page with a form carries. */
export interface FormModel {
  readonly errors: FormErrors['summary'];
  readonly faults: FormErrors['fields'];
}

export const noErrors: FormModel = { errors: [], faults: {} };
export const withErrors = (errors: FormErrors): FormModel => ({ errors: errors.summary, faults: errors.fields });
