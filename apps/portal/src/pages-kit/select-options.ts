export interface SelectOption {
  readonly value: string;
  readonly text: string;
  readonly selected: boolean;
}

/** The options of a select, of which one is chosen; before them one without a value that stands for all, where there is such a one. */
export function selectOptions(
  options: Iterable<readonly [value: string, text: string]>,
  chosen: string | undefined,
  all?: string,
): SelectOption[] {
  const named: (readonly [string, string])[] = [...(all === undefined ? [] : [['', all] as const]), ...options];
  return named.map(([value, text]) => ({ value, text, selected: value === (chosen ?? '') }));
}
