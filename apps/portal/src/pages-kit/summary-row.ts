/** A row of the summary list component. */
export interface SummaryRow {
  readonly key: { readonly text: string };
  readonly value: { readonly text: string; readonly classes?: string };
}

export const row = (key: string, text: string): SummaryRow => ({ key: { text: key }, value: { text } });

/** A hash or a number: letters of one width, broken where the line ends. */
export const codeRow = (key: string, text: string): SummaryRow => ({
  key: { text: key },
  value: { text, classes: 'talqy-code' },
});
